/**
 * How neutrinos carry lepton number and energy through the star.
 *
 * <p><b>Problem.</b> From the centre, where nu_e are degenerate and diffuse centimetres at a time, to the surface, where they
 * stream, in steps from microseconds to a second. <b>Method.</b> Equilibrium diffusion ( {@link
 * org.chiralkick.star.transport.FluxLimitedDiffusion}) with spectral averages of mean free paths ( {@link
 * org.chiralkick.star.transport.NeutrinoOpacity}, {@link org.chiralkick.star.transport.SpectralMoments}) and a flux limiter. The
 * result is a {@link org.chiralkick.star.transport.FluxLaw}, linear in the new temperatures and degeneracies with coefficients
 * of the old state: the implicit step stays cheap, unconditionally stable for the stiff part, and conservative.
 * <b>Assumption.</b> All neutrinos are in thermal, nu_e also in beta equilibrium with matter, everywhere; above the
 * neutrinosphere that overestimates the coupling, so spectra are not predicted. <b>Who calls whom.</b> The evolution asks once
 * per step.
 *
 * <p>Literature: Burrows and Lattimer 1986, ApJ 307, 178; Pons et al. 1999, ApJ 513, 780; Levermore and Pomraning 1981, ApJ
 * 248, 321; Bruenn 1985, ApJS 58, 771.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.star.transport;
