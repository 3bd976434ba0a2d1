/**
 * The kick as a host sees it: through a coupling and its ledger, with the chiral source as a service in Felix.
 *
 * <p><b>Problem.</b> Each part is tested by itself; the number that leaves is that of the whole chain, from gauss and MeV in the host's
 * arrays to the star's velocity. <b>Method.</b> Small hosts of surface elements ({@link org.chiralkick.it.physics.Emitters}) whose
 * recoil is known: the paper's disk, spheres and cubes, rotating stars, the limits of no field, no temperature, no matter, and
 * the zones of simulated stars. References were computed elsewhere with 50 digits (files {@code golden/*.json}).
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.physics;
