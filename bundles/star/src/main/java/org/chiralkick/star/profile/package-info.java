/**
 * Profiles of stars: density, temperature, electron and neutrino fractions against radius.
 *
 * <p><b>Problem.</b> A one-dimensional simulation knows rho, T, Y_e, Y_nu against radius; mechanisms want chemical potentials and a
 * mean free path. <b>Method.</b> A {@link org.chiralkick.star.profile.StarProfile} is read from a table by {@link
 * org.chiralkick.star.profile.ProfileFile} or is the built-in fit {@link org.chiralkick.star.profile.BuiltInStar}; at any radius it
 * gives a {@link org.chiralkick.star.profile.RadialState}. {@link org.chiralkick.star.profile.Inventory} counts the leptons and the
 * helicity that the star holds. <b>Literature.</b> Liebendoerfer et al. 2005, ApJ 620, 840 (model G15, the built-in fit). <b>Who
 * calls whom.</b> The star's other packages and studies call this one; it calls {@code org.chiralkick.table} and {@code
 * org.chiralkick.matter}.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.star.profile;
