/**
 * The contract kit: the numbered rules R1..R14 of {@link org.chiralkick.source.NeutrinoSource} as plain Java checks.
 *
 * <p><b>Problem.</b> A mechanism is written by one person and called by host codes that its author never sees. Whether it keeps
 * the rules of the SPI must be decided by a test, not by reading. <b>Method.</b> Each rule is one class. It evaluates the
 * mechanism on probing states ({@link org.chiralkick.contract.ProbeStates}: deterministic, physically broad, with the edges T = 0, no field, zero and
 * negative potentials) and compares what came out, bit by bit where the rule says so, with what must come out. A rule changes
 * one thing at a time and offers every field otherwise, so that a broken mechanism fails the rule it breaks and not its
 * neighbours. A verdict names the field, the zone and the value.
 *
 * <p>What a probe cannot see: input and output other than on the standard streams (R12), and a race that did not happen (R8).
 *
 * <p><b>Who calls whom.</b> {@code chiralkick certify} and the JUnit class {@code NeutrinoSourceContract} call
 * {@link org.chiralkick.contract.ContractKit}; the kit calls the mechanism. No dependency but the SPI.
 *
 * <p>Literature: the numbered rules follow the habit of the Reactive Streams TCK and the Trino plugin tests.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.chiralkick.contract;
