/**
 * The recoil ledger: what the star received, summed exactly.
 *
 * <p><b>Problem.</b> A kick is a small difference of large sums over zones, blocks, threads, ranks and millions of steps. A sum in
 * floating point depends on the order, so it changes with the number of threads and with every regrid, and a restart cannot be
 * checked against the run it continues. <b>Method.</b> Fixed-point superaccumulators (Kulisch 1971; in the carry-save form of
 * Neal, arXiv:1505.05571): every number that can occur is an integer multiple of one quantum, and integers add exactly in any order.
 * A step is summed in {@link org.chiralkick.host.internal.ledger.Tally} (quantum 2^-256, 2^512 the largest contribution); a commit
 * multiplies that integer by the 53-bit mantissa of dt, exactly, into {@link org.chiralkick.host.internal.ledger.CommittedSum} (quantum
 * 2^-448), so it does not matter when dt becomes known. Only reading rounds, once, to the nearest double.
 *
 * <p><b>Who calls whom.</b> The block evaluator adds to one tally per thread and source; {@code Coupling.commit} hands them to
 * {@link org.chiralkick.host.internal.ledger.Ledger}, which keeps one entry per source and closures, and can be saved as a blob of fixed size
 * ({@link org.chiralkick.host.internal.ledger.StateBlob}, which folds the oldest entries where there are too many) or as a file for people
 * ({@link org.chiralkick.host.internal.ledger.Checkpoint}, which keeps them all).
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.ledger;
