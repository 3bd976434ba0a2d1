/**
 * Matter of a proto-neutron star as both sides of the SPI need it: constants and unit conversions, the free Weyl gas and its
 * inversion from density to chemical potential, electrons with their mass, neutrino mean free paths.
 *
 * <p><b>Conventions.</b> MeV with hbar = c = k_B = 1 inside. Electron charge Q = -1. The field enters only as eB in MeV^2;
 * vorticity is curl v, twice the angular velocity. Net densities: particles minus antiparticles.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.chiralkick.matter;
