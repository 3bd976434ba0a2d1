/**
 * How fast the coupling is, beside the same work in C.
 *
 * <p><b>Problem.</b> A host's author compares us with fifty lines in his own language. <b>Method.</b> {@link
 * org.chiralkick.benchmark.SpeedTable} runs the JMH benchmarks of this package and the C programs of {@code src/main/c} one after
 * the other, after it has checked that both compute the same, and writes one table. No test runs it; {@code bundles/benchmark/bench} does.
 * <b>Columns.</b> Both sides use the same numbers in columns of the same spacing: 2^k zones and a few more, as arrays with ghost
 * zones have. Without, all columns start at nearly the same place of a page and both sides wait for stores that are none of theirs.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.benchmark;
