/**
 * A mechanism for tests: a constant flux, whose name, version and size stand in its component description. It lives in bundles
 * that {@link org.chiralkick.it.felix.MechanismJar} packs, never on the tests' own side.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.felix.mechanism;
