/**
 * A proto-neutron star that emits while a mechanism acts on it, cooling or frozen: the reference host of the adapter.
 *
 * <p><b>Problem.</b> Kaminski et al. 2016 end with the wish to see anomalous transport inside a dynamical model of a
 * proto-neutron star: how do temperature, mu_nu and the neutrinosphere evolve while the kick builds up, and is the anomalous
 * current the small correction it is taken for? <b>Method.</b> Kelvin-Helmholtz cooling of a sphere in mass shells over 20 s:
 *
 * <ul>
 *   <li>{@code profile}: a star as a simulation gives it, against radius;
 *   <li>{@code matter}: nuclear equation of state in beta equilibrium;
 *   <li>{@code structure}: mass shells, gravity from one potential energy, profiles of simulations put on them;
 *   <li>{@code transport}: equilibrium flux-limited diffusion of lepton number and energy;
 *   <li>{@code evolve}: one implicit system per step for volume, temperature, Y_e and radius of all shells;
 *   <li>{@code field}: magnetic fields, their shapes, and how they are frozen in;
 *   <li>{@code emission}: the star as a host: zones times directions through the adapter, flux back into the lepton equation;
 *   <li>{@code dipole}: the l = 1 response to the fluxes inside, which decides what leaves where;
 *   <li>{@code kick}: the recoil as a velocity.
 * </ul>
 *
 * {@link org.chiralkick.star.CoolingStar} puts them together; {@link org.chiralkick.star.CoolingConfig} says what is to be evolved,
 * {@link org.chiralkick.star.Snapshot} what came out of a step, {@link org.chiralkick.star.kick.StarKick} what the star got.
 *
 * <p>What the emitting sphere was like in each step is an {@link org.chiralkick.star.EmissionHistory}, which any mechanism, field
 * and rotation can be asked for its kick. A star whose surface stays as it is ({@link org.chiralkick.star.FrozenStar}) is a history
 * of one state; {@link org.chiralkick.star.CooledStar} has the one of its evolution. Both are {@link
 * org.chiralkick.star.EmittingStar}s; {@link org.chiralkick.star.EmissionMap} shows what leaves where, {@link
 * org.chiralkick.star.ProfileScan} the currents at every radius of a profile.
 *
 * <p><b>Exact.</b> Leptons and energy in the star and emitted add up to the same numbers in every step, to the tolerance of
 * Newton's method (about 1e-14). <b>Assumptions.</b> Spherical and hydrostatic; no accretion, no convection; neutrinos in
 * equilibrium with matter (so that spectra are thermal and nu_x leave from too far out); Newton's gravity enhanced by the
 * relativistic factor of the initial star; homogeneous matter without muons. Every run lists them. <b>Order.</b> First order in
 * time, between first and second in space.
 *
 * <p><b>Who calls whom.</b> Studies, a command line or a test call this package; no package below it does. It calls {@code
 * org.chiralkick.host.Coupling} and {@code org.chiralkick.matter}, no mechanism. <b>Literature.</b> Burrows and Lattimer 1986,
 * ApJ 307, 178; Pons, Reddy, Prakash, Lattimer and Miralles 1999, ApJ 513, 780; Nakazato et al. 2013, ApJS 205, 2 (compared
 * with); Kaminski, Uhlemann, Bleicher, Schaffner-Bielich, Phys. Lett. B 760 (2016) 170.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.star;
