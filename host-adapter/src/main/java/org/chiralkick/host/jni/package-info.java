/**
 * The Java end of libchiralkick, the library for hosts in C, C++, Fortran and Python.
 *
 * <p><b>Problem.</b> A native host calls thousands of times per second, from threads of its own, with arrays in layouts of its own.
 * Looking up objects, reading single elements of its memory and making objects per call would cost more than the physics.
 * <b>Method.</b> The C side gathers pieces of at most 512 zones into contiguous columns of doubles, one piece of memory per thread,
 * which Java sees as one direct buffer: a {@link org.chiralkick.host.jni.Lane}. A call carries the coupling, the lane and the number of
 * zones, nothing else. {@link org.chiralkick.host.jni.Gateway} is the list of what C calls; exceptions leave it and become error
 * codes there. <b>Who calls whom.</b> Only {@code jvm_backend.c} calls this package; it calls the coupling as any Java host does, so
 * that both give the same bits.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.jni;
