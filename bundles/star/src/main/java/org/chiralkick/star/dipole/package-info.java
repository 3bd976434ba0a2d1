/**
 * How a spherical star answers to anomalous neutrino fluxes inside it: the l = 1 response, and the kick that it gives.
 *
 * <p><b>Problem.</b> An anomalous flux is a drift of neutrinos inside matter, not an emission. In a spherical star it has no effect on
 * the angular mean; but it carries energy and leptons from one hemisphere to the other at every depth, heats one pole, and leaves
 * through that pole's neutrinosphere. <b>Method.</b> For each Cartesian axis temperature and degeneracy get a small part that goes with
 * the cosine n of the angle to it. It obeys the conservation laws of the cooling star with the flux law, limiter and surface of its
 * l = 0 step ({@link org.chiralkick.star.dipole.DipoleStep}) and the projected fluxes
 * ({@link org.chiralkick.star.dipole.DipoleCurrents}) as sources:
 *
 * <pre>
 *   d(dN)/dt = -[4 pi r^2 f_N] + (2/r_c) V f_N,t,    r_c = V/(2 pi (r_out^2 - r_in^2)),   the same for enthalpy
 *   f_N = diffusive flux of the perturbation + a_N,  f_N,t = -D (perturbation)/r_c + b_N
 * </pre>
 *
 * {@link org.chiralkick.star.dipole.DipoleResponse} solves them, implicitly in time, {@link org.chiralkick.star.dipole.DipoleAccount} adds
 * up what leaves, {@link org.chiralkick.star.dipole.DipoleKick} is the result with its bounds.
 *
 * <p><b>Exact.</b> A uniform flux has no divergence; the amplitude of leptons and heat changes by what leaves, what crosses the equator
 * and what contraction does, to rounding; linear in the fluxes. <b>Assumptions.</b> Linear response; pressure has no l = 1 part; matter at
 * rest (no buoyancy); the change of the coefficients with the perturbation is left out, as the l = 0 step leaves it out; what the surface
 * lets out is limb-darkened as in Milne's problem. The grey fluxes of a mechanism are limited like those of the electron neutrinos. The
 * perturbation rotates with the star. Where the pressure P of a zone changes during a step, its enthalpy gains N dv dP: contraction
 * warms what is warm, and therefore thin, a little more (5 per cent of the kick of a star in 20 s). <b>Who calls
 * whom.</b> The coupling feeds it; it knows the star, its evolution and transport.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.star.dipole;
