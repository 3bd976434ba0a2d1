/**
 * Which mechanism each thread is in, and the watchdog that names one that does not return.
 *
 * <p>{@link org.chiralkick.host.internal.watch.Inside} is marked around every call of a mechanism, by a thread that reads no clock. One
 * daemon thread of the process looks at the marks now and then, and names in the coupling's log what stays inside too long. So it does with
 * what comes before the first call, bundles that start and components that are made: each is an {@link
 * org.chiralkick.host.internal.watch.Arrival}. What is remarked upon in every step is logged once.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.watch;
