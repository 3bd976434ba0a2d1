/**
 * Which mechanism each thread is in, and the watchdog that names one that does not return.
 *
 * <p>{@link org.chiralkick.host.internal.watch.Inside} is marked around every call of a mechanism, by a thread that reads no clock. One
 * daemon thread of the process looks at the marks now and then, and names in the coupling's log what stays inside too long. What is
 * remarked upon in every step is logged once.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.watch;
