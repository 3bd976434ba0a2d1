package org.chiralkick.matter;

/**
 * Constants and conversion factors between the MeV units of the formulae and the cgs-Gaussian units of the borders. Exact since
 * the SI of 2019 unless a source is named; digits beyond double precision are kept to be checked against.
 */
public final class PhysicalConstants {
    /** hbar [MeV s], exact (SI 2019). */
    public static final double HBAR_MEV_S = 6.582119569509066e-22;

    /** hbar c [MeV cm], exact (SI 2019). */
    public static final double HBAR_C_MEV_CM = 1.9732698045930247e-11;

    /** Speed of light [cm/s], exact. */
    public static final double C_CM_PER_S = 2.99792458e10;

    /** eB [MeV^2] per gauss: e hbar c^2 / (1 MeV)^2, exact (SI 2019). */
    public static final double EB_MEV2_PER_GAUSS = 5.915714050161226e-15;

    /** What Kaminski et al. 2016 take as B [MeV^2] per gauss: 0.1 MeV^2 for 1e12 G. Not a unit conversion. */
    public static final double KUBS_FIELD_MEV2_PER_GAUSS = 1e-13;

    /** 1 MeV [erg], exact (SI 2019). */
    public static final double ERG_PER_MEV = 1.602176634e-6;

    /** Number flux: 1 MeV^3 [cm^-2 s^-1]. */
    public static final double NUMBER_FLUX_PER_MEV3 = 3.901766648306349e42;

    /** Energy flux: 1 MeV^4 [erg cm^-2 s^-1]. */
    public static final double ENERGY_FLUX_PER_MEV4 = 6.251319355236928e36;

    /** Momentum flux: 1 MeV^4 [dyn cm^-2]. */
    public static final double MOMENTUM_FLUX_PER_MEV4 = 2.085215684524301e26;

    /** Number density: 1 MeV^3 [fm^-3]. */
    public static final double PER_FM3_PER_MEV3 = 1.3014892617166337e-7;

    /** Number density: 1 MeV^3 [cm^-3]. */
    public static final double PER_CM3_PER_MEV3 = 1.3014892617166337e32;

    /** Momentum: 1 MeV/c [g cm/s]. */
    public static final double G_CM_PER_S_PER_MEV = 5.344285992678308e-17;

    /** Atomic mass unit [MeV] (CODATA 2018, as guide/physics.md (3.5) rounds it). */
    public static final double ATOMIC_MASS_MEV = 931.494;

    /** Atomic mass unit [g], from {@link #ATOMIC_MASS_MEV}. */
    public static final double ATOMIC_MASS_G = ATOMIC_MASS_MEV * ERG_PER_MEV / (C_CM_PER_S * C_CM_PER_S);

    /** Electron mass [MeV] (CODATA 2018). */
    public static final double ELECTRON_MASS_MEV = 0.51099895;

    /** Fine-structure constant [1] (CODATA 2018). */
    public static final double FINE_STRUCTURE = 7.2973525693e-3;

    /** Elementary charge [esu], exact (SI 2019). */
    public static final double ELEMENTARY_CHARGE_ESU = 4.803204712570263e-10;

    /** Fermi constant G_F [MeV^-2] (PDG 2022). */
    public static final double FERMI_COUPLING_PER_MEV2 = 1.1663787e-11;

    /** CKM element V_ud [1] (PDG 2022). */
    public static final double V_UD = 0.9737;

    /** Axial coupling of the nucleon g_A [1] (PDG 2022). */
    public static final double G_A = 1.2754;

    /** sin^2 of the weak mixing angle, MS-bar at the Z mass [1] (PDG 2022). */
    public static final double SIN_SQUARED_WEINBERG = 0.23121;

    /** Mean nucleon mass [MeV] (CODATA 2018, rounded). */
    public static final double NUCLEON_MASS_MEV = 939;

    /** Neutron minus proton mass [MeV] (CODATA 2018, rounded). */
    public static final double NEUTRON_PROTON_MASS_DIFFERENCE_MEV = 1.293;

    /** Newton's constant [cm^3 g^-1 s^-2] (CODATA 2018). */
    public static final double NEWTON_CM3_PER_G_S2 = 6.67430e-8;

    /** Mean energy of a Fermi-Dirac spectrum with mu = 0 in units of its temperature [1], 7 pi^4/(180 zeta(3)), rounded. */
    public static final double MEAN_ENERGY_PER_TEMPERATURE = 3.1514;

    /**
     * Below this rest-mass density the neutrinos of a star are no longer in equilibrium with its matter, and a mu_nu from Y_nu means little
     * [g cm^-3]: guide/physics.md (6.6).
     */
    public static final double DECOUPLING_DENSITY_G_PER_CM3 = 1e12;

    private PhysicalConstants() {}
}
