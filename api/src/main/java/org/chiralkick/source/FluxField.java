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
    /** Source of the axial density n_5 = n_eL - n_eR: anomaly minus spin flips [cm^-3 s^-1]. */
    AXIAL_SOURCE(108, "axial_source", "per_cm3_s", 1, Combination.ADD),
    /** Largest rate that an explicit step has to resolve: {@code dt <= 1/rate} [1/s], {@code >= 0}. */
    LARGEST_STABLE_RATE(109, "largest_stable_rate", "per_s", 1, Combination.MAXIMUM);

    /** How the contributions of several sources to one column are joined. */
    public enum Combination {
        /** A source adds its contribution to what the column holds. */
        ADD,
        /** A source raises the column to its own value where that is larger, and never lowers it. */
        MAXIMUM
    }

    private static final FluxField[] ALL = values();

    private final int number;
    private final String baseName;
    private final String unitSuffix;
    private final int components;
    private final Combination combination;

    FluxField(int number, String baseName, String unitSuffix, int components, Combination combination) {
        this.number = number;
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

    /**
     * Returns the column name with its unit, as tables and messages use it: {@code "neutrino_flux_z_per_cm2_s"}.
     *
     * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
     * @throws IllegalArgumentException if this field has no such component
     */
    public String columnName(int axis) {
        return FieldNames.column(baseName, unitSuffix, components, axis);
    }

    /** Returns the field with this native number, or empty if there is none. */
    public static Optional<FluxField> ofNumber(int number) {
        return Arrays.stream(ALL).filter(field -> field.number == number).findFirst();
    }
}
