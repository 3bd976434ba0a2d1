/**
 * The host's memory as runs of doubles: where zone i of a column lies, and how it is read and written.
 *
 * <p><b>Problem.</b> Hosts keep zones with ghost layers around them, vectors as arrays of structures or structures of arrays,
 * profiles broadcast over angles, axes reversed, in double or single precision. Sources want plain columns. <b>Method.</b> A
 * {@link org.chiralkick.host.internal.memory.Slot} knows offset, extents and strides of one column and walks it run by run along the
 * fastest axis; {@link org.chiralkick.host.internal.memory.Memory} moves one run. Axes that follow each other without a gap are joined, so
 * a contiguous block is a single run, and a {@code double[]} in that shape can be lent instead of copied. Bounds are checked once,
 * when a column is bound. <b>Who calls whom.</b> {@code View} and {@code BlockBinding} bind; the block evaluator reads and writes.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.memory;
