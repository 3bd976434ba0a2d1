/**
 * Mechanisms for tests: a constant flux, whose name, version and size stand in its component description, a jet that declares closures, a
 * parameter and a preset, one that does not return and one that ends the process. They live in bundles that {@link org.chiralkick.it.felix.MechanismJar} packs, never on the
 * tests' own side.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.felix.mechanism;
