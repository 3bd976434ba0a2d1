/**
 * Mechanisms and hosts in containers of somebody else's: Equinox, Karaf, and Felix in another version than the one that we embed.
 *
 * <p><b>Method.</b> Each framework is started from its own jar, in a class loader that shares nothing with the tests but the interfaces of
 * the framework itself. In it run the bundles of the distribution, as they are, and {@link org.chiralkick.it.container.guest}, a bundle that
 * is host and consumer there; it talks with the tests in types of Java alone. Karaf runs
 * as a process of its own, as its users start it.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.container;
