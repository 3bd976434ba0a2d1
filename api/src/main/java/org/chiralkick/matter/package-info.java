/**
 * Matter of a proto-neutron star as both sides of the SPI need it: constants and unit conversions, the free Weyl gas and its
 * inversion from density to chemical potential, electrons with their mass, neutrino mean free paths, spin flips.
 *
 * <p><b>Problem.</b> Host codes carry density, temperature and lepton fractions; mechanisms want chemical potentials, to the last
 * bits and at every step. <b>Method.</b> {@link org.chiralkick.matter.WeylGas} is exact for massless leptons and inverts its cubic
 * in closed form, corrected to half an ulp. {@link org.chiralkick.matter.MassiveFermiGas} integrates over the Fermi surface where the
 * electron mass matters; {@link org.chiralkick.matter.LeptonPotentials} chooses between them. {@link org.chiralkick.matter.FermiIntegrals}
 * has the moments of a massless gas in groups of energy.
 * {@link org.chiralkick.matter.NeutrinoMeanFreePath} (with {@link org.chiralkick.matter.ChargedCurrent}) and {@link
 * org.chiralkick.matter.SpinFlip} say where the fluid picture holds, and
 * how fast a chiral imbalance goes. Pure functions, no state, no allocation; NaN in, NaN out.
 *
 * <p><b>Conventions.</b> MeV with hbar = c = k_B = 1 inside. Electron charge Q = -1. The field enters only as eB in MeV^2;
 * vorticity is curl v, twice the angular velocity. Net densities: particles minus antiparticles.
 *
 * <p><b>Who calls whom.</b> The host side derives the chemical potentials that a host does not give; mechanisms evaluate densities,
 * energies and rates. Nothing here calls the SPI.
 *
 * <p><b>Literature.</b> Vilenkin, Phys. Rev. D 20 (1979) 1807 and 22 (1980) 3080 (currents of Weyl fermions); Aparicio, ApJS 117
 * (1998) 627 (Fermi-Dirac integrals); Bruenn, ApJS 58 (1985) 771 (neutrino opacities); Kaminski, Uhlemann, Bleicher,
 * Schaffner-Bielich, Phys. Lett. B 760 (2016) 170.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package org.chiralkick.matter;
