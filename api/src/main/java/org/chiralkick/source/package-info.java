/**
 * The neutrino-source SPI: the one page between mechanisms and host codes.
 *
 * <p><b>Problem.</b> A supernova or proto-neutron-star evolution code wants anisotropic lepton and neutrino fluxes, and the
 * recoil they give the star, at every timestep, from mechanisms it does not know. <b>Method.</b> A mechanism implements
 * {@link org.chiralkick.source.NeutrinoSource} and is registered as an OSGi service. The host side gathers the host's zones into
 * blocks of columns in fixed units ({@link org.chiralkick.source.ZoneBlock}), calls every chosen source, and takes the fluxes
 * out of {@link org.chiralkick.source.FluxBlock}. <b>Who calls whom.</b> Only the host side calls this SPI; a mechanism calls
 * nobody.
 *
 * <p>What physics leaves open a mechanism lets choose: its {@link org.chiralkick.source.SourceDescriptor} declares closures,
 * parameters and presets ({@link org.chiralkick.source.Declarations}), and names beside them what is in force.
 *
 * <p>Units are those of {@link org.chiralkick.source.ZoneField} and {@link org.chiralkick.source.FluxField}: cgs-Gaussian
 * outside, MeV for temperature and chemical potentials. {@link org.chiralkick.matter} has the constants and conversions.
 *
 * <p>Literature: Kaminski, Uhlemann, Bleicher, Schaffner-Bielich, Phys. Lett. B 760 (2016) 170.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.chiralkick.source;
