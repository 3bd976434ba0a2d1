/**
 * The vortical source: neutrinos of a rotating star flow along its axis.
 *
 * <p><b>Problem.</b> A neutrino has one handedness, so in rotating matter more neutrinos move one way along the axis than the
 * other: the chiral vortical effect, without any magnetic field. <b>Method.</b> The exact currents of one left-handed Weyl
 * species in rigid rotation with angular velocity Omega = (1/2) curl v, in MeV with hbar = c = k_B = 1:
 *
 * <pre>
 *   J   = -(mu^2/4 pi^2 + T^2/12) Omega            number
 *   T0i = -(mu^3/6 pi^2 + mu T^2/6) Omega          energy, equal to -n Omega with n the net number density
 * </pre>
 *
 * At mu = 300 MeV and a period of 1 ms the current is some thirteen orders of magnitude below the magnetic one of 1e12 G: it
 * is here as the exact, closure-free limit and as the smallest mechanism with physics in it. <b>Who calls whom.</b> The host
 * side finds the service by its name {@code vortical}.
 *
 * <p>Literature: A. Vilenkin, Phys. Rev. D 20 (1979) 1807.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.vortical;
