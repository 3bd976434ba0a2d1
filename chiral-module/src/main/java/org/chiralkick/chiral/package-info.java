/**
 * The chiral mechanism of Kaminski et al. 2016 as a neutrino source: the OSGi component and its settings.
 *
 * <p><b>Problem.</b> Leptons of one chirality flow along the magnetic field and the vorticity of a hot neutron star (chiral
 * magnetic and chiral vortical effect); the left-handed ones end as neutrinos, carry momentum away, and kick the star.
 * <b>Method.</b> {@link org.chiralkick.chiral.ChiralSource} is a Declarative Services component that needs a configuration:
 * a preset and overrides, of what {@link org.chiralkick.chiral.Choices} declares. A changed configuration is a new instance. The physics is in {@code anomaly} (definition), {@code closure} (the choices) and {@code kernel} (the
 * loops).
 *
 * <p><b>Literature.</b> Kaminski, Uhlemann, Bleicher, Schaffner-Bielich, Phys. Lett. B 760 (2016) 170. <b>Who calls whom.</b>
 * The host side calls the component through {@link org.chiralkick.source.NeutrinoSource}; nothing here is exported.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.chiral;
