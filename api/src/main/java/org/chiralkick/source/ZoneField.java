package org.chiralkick.source;

import java.util.Arrays;
import java.util.Optional;

/**
 * A quantity that a host gives for each zone. A vector quantity has three Cartesian components, each a column of its own.
 *
 * <p>Every column that reaches a {@link NeutrinoSource} is in the unit named here, whatever the host's own units are.
 */
public enum ZoneField {
    /** Temperature k_B T [MeV], {@code >= 0}. */
    TEMPERATURE(1, "temperature", "mev", 1),
    /** Electron chemical potential mu_e = (mu_eL + mu_eR)/2, rest mass included [MeV]; negative for a positron excess. */
    ELECTRON_CHEMICAL_POTENTIAL(2, "mu_e", "mev", 1),
    /** Electron-neutrino chemical potential mu_nu [MeV]; negative for an antineutrino excess. */
    NEUTRINO_CHEMICAL_POTENTIAL(3, "mu_nu", "mev", 1),
    /** Axial chemical potential mu_5 = (mu_eL - mu_eR)/2 [MeV]. */
    AXIAL_CHEMICAL_POTENTIAL(4, "mu_5", "mev", 1),
    /** Rest-mass density rho [g cm^-3], {@code > 0}. */
    DENSITY(5, "density", "g_per_cm3", 1),
    /** Net electrons (electrons minus positrons) per baryon Y_e [1], in [0, 1]. */
    ELECTRON_FRACTION(6, "electron_fraction", "", 1),
    /** Net electron neutrinos (neutrinos minus antineutrinos) per baryon Y_nu [1]. */
    NEUTRINO_FRACTION(7, "neutrino_fraction", "", 1),
    /** Proton chemical potential mu_p with the same zero of energy as mu_n [MeV]. */
    PROTON_CHEMICAL_POTENTIAL(8, "mu_p", "mev", 1),
    /** Neutron chemical potential mu_n with the same zero of energy as mu_p [MeV]. */
    NEUTRON_CHEMICAL_POTENTIAL(9, "mu_n", "mev", 1),
    /** Magnetic field B [G, Gaussian]. */
    MAGNETIC_FIELD(10, "b", "gauss", 3),
    /** Vorticity curl v [1/s]: twice the angular velocity of a rigid rotation. */
    VORTICITY(11, "vorticity", "per_s", 3),
    /** Fluid velocity v [cm/s]. */
    VELOCITY(12, "velocity", "cm_per_s", 3),
    /** Position relative to the star's centre of mass [cm]. */
    POSITION(13, "position", "cm", 3),
    /** Zone volume V [cm^3], {@code >= 0}. */
    VOLUME(14, "volume", "cm3", 1),
    /** Surface element dA of the emitting surface, along its outward normal [cm^2]; zero in zones off that surface. */
    SURFACE_ELEMENT(15, "surface_element", "cm2", 3),
    /** Length over which the state changes, L = |mu_nu / grad mu_nu| or the like [cm], {@code > 0}. */
    GRADIENT_LENGTH(16, "gradient_length", "cm", 1),
    /** Electron-neutrino mean free path lambda_nu [cm], {@code > 0}. */
    MEAN_FREE_PATH(17, "mean_free_path", "cm", 1),
    /** Electron-neutrino energy density U [erg cm^-3], {@code >= 0}. */
    NEUTRINO_ENERGY_DENSITY(18, "neutrino_energy_density", "erg_per_cm3", 1),
    /** Electron-neutrino scattering opacity kappa_s rho, of the transport cross section [1/cm], {@code >= 0}. */
    SCATTERING_OPACITY(19, "scattering_opacity", "per_cm", 1),
    /** Electron-neutrino absorption opacity kappa_a rho, stimulated absorption included [1/cm], {@code >= 0}. */
    ABSORPTION_OPACITY(20, "absorption_opacity", "per_cm", 1),
    /** Up-quark chemical potential mu_u [MeV]. */
    UP_QUARK_CHEMICAL_POTENTIAL(21, "mu_u", "mev", 1),
    /** Down-quark chemical potential mu_d [MeV]. */
    DOWN_QUARK_CHEMICAL_POTENTIAL(22, "mu_d", "mev", 1),
    /** Electric field E in the fluid frame [statvolt/cm, Gaussian]. */
    ELECTRIC_FIELD(23, "electric_field", "statvolt_per_cm", 3),
    /** Magnetic diffusivity eta [cm^2/s], {@code >= 0}. */
    MAGNETIC_DIFFUSIVITY(24, "magnetic_diffusivity", "cm2_per_s", 1),
    /** Lapse alpha = d(proper time)/d(coordinate time) [1], in (0, 1]. */
    LAPSE(25, "lapse", "", 1),
    /** Curl of the magnetic field, curl B [G/cm, Gaussian]. */
    MAGNETIC_FIELD_CURL(26, "curl_b", "gauss_per_cm", 3),
    /** Electron-antineutrino energy density U [erg cm^-3], {@code >= 0}. */
    ANTINEUTRINO_ENERGY_DENSITY(27, "antineutrino_energy_density", "erg_per_cm3", 1),
    /** Electron-antineutrino scattering opacity kappa_s rho, of the transport cross section [1/cm], {@code >= 0}. */
    ANTINEUTRINO_SCATTERING_OPACITY(28, "antineutrino_scattering_opacity", "per_cm", 1),
    /** Electron-antineutrino absorption opacity kappa_a rho, stimulated absorption included [1/cm], {@code >= 0}. */
    ANTINEUTRINO_ABSORPTION_OPACITY(29, "antineutrino_absorption_opacity", "per_cm", 1),

    /** Energy density E of electron neutrinos in the group [erg cm^-3], {@code >= 0}. */
    NU_E_GROUP_ENERGY_DENSITY(31, 0, "nu_e_energy_density", "erg_per_cm3"),
    /** Energy density E of electron antineutrinos in the group [erg cm^-3], {@code >= 0}. */
    ANTI_NU_E_GROUP_ENERGY_DENSITY(32, 1, "anti_nu_e_energy_density", "erg_per_cm3"),
    /** Energy density E of all muon and tau neutrinos and antineutrinos in the group [erg cm^-3], {@code >= 0}. */
    NU_X_GROUP_ENERGY_DENSITY(33, 2, "nu_x_energy_density", "erg_per_cm3"),
    /** Absorption opacity chi_a of electron neutrinos in the group, stimulated absorption included [1/cm], {@code >= 0}. */
    NU_E_GROUP_ABSORPTION_OPACITY(34, 3, "nu_e_absorption_opacity", "per_cm"),
    /** Absorption opacity chi_a of electron antineutrinos in the group, stimulated absorption included [1/cm], {@code >= 0}. */
    ANTI_NU_E_GROUP_ABSORPTION_OPACITY(35, 4, "anti_nu_e_absorption_opacity", "per_cm"),
    /** Absorption opacity chi_a of a muon or tau neutrino in the group [1/cm], {@code >= 0}. */
    NU_X_GROUP_ABSORPTION_OPACITY(36, 5, "nu_x_absorption_opacity", "per_cm"),
    /** Scattering opacity chi_s of electron neutrinos in the group, of the transport cross section [1/cm], {@code >= 0}. */
    NU_E_GROUP_SCATTERING_OPACITY(37, 6, "nu_e_scattering_opacity", "per_cm"),
    /** Scattering opacity chi_s of electron antineutrinos in the group, of the transport cross section [1/cm], {@code >= 0}. */
    ANTI_NU_E_GROUP_SCATTERING_OPACITY(38, 7, "anti_nu_e_scattering_opacity", "per_cm"),
    /** Scattering opacity chi_s of a muon or tau neutrino in the group, of the transport cross section [1/cm], {@code >= 0}. */
    NU_X_GROUP_SCATTERING_OPACITY(39, 8, "nu_x_scattering_opacity", "per_cm");

    private static final ZoneField[] ALL = values();

    /** Number of fields that are per group. */
    static final int GROUP_FIELDS = 9;

    private final int number;
    private final String baseName;
    private final String unitSuffix;
    private final int components;

    /** Its place among the fields that are per group, or -1. */
    private final int groupPlace;

    ZoneField(int number, String baseName, String unitSuffix, int components) {
        this(number, -1, baseName, unitSuffix, components);
    }

    /** A scalar per energy group. */
    ZoneField(int number, int groupPlace, String baseName, String unitSuffix) {
        this(number, groupPlace, baseName, unitSuffix, 1);
    }

    ZoneField(int number, int groupPlace, String baseName, String unitSuffix, int components) {
        this.number = number;
        this.groupPlace = groupPlace;
        this.baseName = baseName;
        this.unitSuffix = unitSuffix;
        this.components = components;
    }

    /** Returns the number of this field in the native interface; it never changes once released. */
    public int number() {
        return number;
    }

    /** Returns 1 for a scalar, 3 for a vector. */
    public int components() {
        return components;
    }

    /** Returns whether the field has a column for each of the host's {@link EnergyGroups}. */
    public boolean perGroup() {
        return groupPlace >= 0;
    }

    int groupPlace() {
        return groupPlace;
    }

    /** Returns the components of a field without groups; 0 for one that is per group. */
    int groupless() {
        return perGroup() ? 0 : components;
    }

    /**
     * Returns the column name with its unit, as tables and messages use it: {@code "mu_e_mev"}, {@code "b_x_gauss"}.
     *
     * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
     * @throws IllegalArgumentException if this field has no such component
     */
    public String columnName(int axis) {
        return FieldNames.column(baseName, unitSuffix, components, axis);
    }

    /**
     * Returns the column name of one energy group: {@code "nu_e_energy_density_g3_erg_per_cm3"}; of a field that is not per group, its one name.
     *
     * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
     * @param group number of the group, {@code >= 0}
     * @throws IllegalArgumentException if this field has no such component
     */
    public String columnName(int axis, int group) {
        return perGroup() ? FieldNames.column(baseName + "_g" + group, unitSuffix, components, axis) : columnName(axis);
    }

    /** Returns the field with this native number, or empty if there is none. */
    public static Optional<ZoneField> ofNumber(int number) {
        return Arrays.stream(ALL).filter(field -> field.number == number).findFirst();
    }
}
