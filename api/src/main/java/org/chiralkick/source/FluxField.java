package org.chiralkick.source;

import java.util.Arrays;
import java.util.Optional;

/**
 * A quantity that a {@link NeutrinoSource} gives for each zone. Currents are net: particles minus antiparticles. A vector has
 * three Cartesian components, each a column of its own.
 */
public enum FluxField {
    /** Lepton number flux J_l of electrons and electron neutrinos [cm^-2 s^-1]. */
    LEPTON_FLUX(101, "lepton_flux", "per_cm2_s", 3, Combination.ADD),
    /** Axial lepton number flux J_l5 = J_L - J_R (left minus right) [cm^-2 s^-1]. */
    AXIAL_FLUX(102, "axial_flux", "per_cm2_s", 3, Combination.ADD),
    /** Electron-neutrino number flux F_N [cm^-2 s^-1]. */
    NEUTRINO_FLUX(103, "neutrino_flux", "per_cm2_s", 3, Combination.ADD),
    /** Neutrino energy flux F_E [erg cm^-2 s^-1]; the momentum flux is F_E/c along F_E. */
    NEUTRINO_ENERGY_FLUX(104, "neutrino_energy_flux", "erg_per_cm2_s", 3, Combination.ADD),
    /** Momentum that the neutrinos gain per volume and time, opposite to what the star gains [dyn cm^-3]. */
    NEUTRINO_MOMENTUM_SOURCE(105, "neutrino_momentum_source", "dyn_per_cm3", 3, Combination.ADD),
    /** Chiral magnetic electric current (c/4 pi) v_mu B, charge included, Gaussian units [esu cm^-2 s^-1]. */
    CHIRAL_CURRENT(106, "chiral_current", "esu_per_cm2_s", 3, Combination.ADD),
    /** Inverse length v_mu = (2 alpha/pi) (mu_eR - mu_eL)/(2 hbar c) of the chiral dynamo, with its sign [1/cm]. */
    CHIRAL_INVERSE_LENGTH(107, "chiral_inverse_length", "per_cm", 1, Combination.ADD),
    /** Anomaly part S of dn_5/dt = S - Gamma n_5, n_5 = n_eL - n_eR; Gamma is {@link #SPIN_FLIP_RATE} [cm^-3 s^-1]. */
    AXIAL_SOURCE(108, "axial_source", "per_cm3_s", 1, Combination.ADD),
    /**
     * Largest rate that an explicit step has to resolve: {@code dt <= 1/rate} [1/s], {@code >= 0}. It limits the step of a host that
     * takes the chiral current, its inverse length or the axial source; asked for alone it is a diagnostic.
     */
    LARGEST_STABLE_RATE(109, "largest_stable_rate", "per_s", 1, Combination.MAXIMUM),
    /** Rate Gamma at which n_5 = n_eL - n_eR decays, which a host integrates exactly: no part of the rate above [1/s], {@code >= 0}. */
    SPIN_FLIP_RATE(110, "spin_flip_rate", "per_s", 1, Combination.ADD),

    /** Anomalous number flux A of electron neutrinos in the group [cm^-2 s^-1]. */
    NU_E_GROUP_NUMBER_FLUX(121, 0, "nu_e_number_flux", "per_cm2_s"),
    /** Anomalous number flux A of electron antineutrinos in the group [cm^-2 s^-1], counted as particles, not as minus neutrinos. */
    ANTI_NU_E_GROUP_NUMBER_FLUX(122, 1, "anti_nu_e_number_flux", "per_cm2_s"),
    /** Anomalous number flux A of all muon and tau neutrinos and antineutrinos in the group [cm^-2 s^-1]. */
    NU_X_GROUP_NUMBER_FLUX(123, 2, "nu_x_number_flux", "per_cm2_s"),
    /** Anomalous energy flux A of electron neutrinos in the group [erg cm^-2 s^-1]: what their flux relaxes to in place of 0. */
    NU_E_GROUP_ENERGY_FLUX(124, 3, "nu_e_energy_flux", "erg_per_cm2_s"),
    /** Anomalous energy flux A of electron antineutrinos in the group [erg cm^-2 s^-1]. */
    ANTI_NU_E_GROUP_ENERGY_FLUX(125, 4, "anti_nu_e_energy_flux", "erg_per_cm2_s"),
    /** Anomalous energy flux A of all muon and tau neutrinos and antineutrinos in the group [erg cm^-2 s^-1]. */
    NU_X_GROUP_ENERGY_FLUX(126, 5, "nu_x_energy_flux", "erg_per_cm2_s");

    /** How the contributions of several sources to one column are joined. */
    public enum Combination {
        /** A source adds its contribution to what the column holds. */
        ADD,
        /** A source raises the column to its own value where that is larger, and never lowers it. */
        MAXIMUM
    }

    private static final FluxField[] ALL = values();

    /** Number of fields that are per group. */
    static final int GROUP_FIELDS = 6;

    private final int number;
    private final String baseName;
    private final String unitSuffix;
    private final int components;
    private final Combination combination;

    /** Its place among the fields that are per group, or -1. */
    private final int groupPlace;

    FluxField(int number, String baseName, String unitSuffix, int components, Combination combination) {
        this(number, -1, baseName, unitSuffix, components, combination);
    }

    /** A vector per energy group. */
    FluxField(int number, int groupPlace, String baseName, String unitSuffix) {
        this(number, groupPlace, baseName, unitSuffix, 3, Combination.ADD);
    }

    FluxField(int number, int groupPlace, String baseName, String unitSuffix, int components, Combination combination) {
        this.number = number;
        this.groupPlace = groupPlace;
        this.baseName = baseName;
        this.unitSuffix = unitSuffix;
        this.components = components;
        this.combination = combination;
    }

    /** Returns the number of this field in the native interface; it never changes once released. */
    public int number() {
        return number;
    }

    /** Returns 1 for a scalar, 3 for a vector. */
    public int components() {
        return components;
    }

    /** Returns how several sources share this column. */
    public Combination combination() {
        return combination;
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
     * Returns the column name with its unit, as tables and messages use it: {@code "neutrino_flux_z_per_cm2_s"}.
     *
     * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
     * @throws IllegalArgumentException if this field has no such component
     */
    public String columnName(int axis) {
        return FieldNames.column(baseName, unitSuffix, components, axis);
    }

    /**
     * Returns the column name of one energy group: {@code "nu_e_number_flux_g3_z_per_cm2_s"}; of a field that is not per group, its one name.
     *
     * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
     * @param group number of the group, {@code >= 0}
     * @throws IllegalArgumentException if this field has no such component
     */
    public String columnName(int axis, int group) {
        return perGroup() ? FieldNames.column(baseName + "_g" + group, unitSuffix, components, axis) : columnName(axis);
    }

    /** Returns the field with this native number, or empty if there is none. */
    public static Optional<FluxField> ofNumber(int number) {
        return Arrays.stream(ALL).filter(field -> field.number == number).findFirst();
    }
}
