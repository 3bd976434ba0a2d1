package org.chiralkick.host.value;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a host may ask for beside the fluxes: what the coupling counts as escaped, zone by zone. No mechanism gives these: the coupling makes them
 * of the fluxes by the rule of {@link RecoilForm} and {@link RecoilGeometry} (guide/physics.md (4.7) to (4.9)), with the lapse that it counts.
 * Times the zone's volume they add up to the block's result and to what the ledger gets, so that a host which takes them from its zones loses
 * what the ledger says has left.
 *
 * <p>Numbers and energies count outflow only: a zone in which the flux points into the surface has 0, and nothing comes in from outside.
 * The momentum is that of the geometry (the two {@code -net} ones and Lambert's count the far side, too) with a mechanism's momentum source.
 */
public enum EscapedField {
    /** Net neutrino number that leaves per volume and time [cm^-3 s^-1]; not below 0. */
    ESCAPED_NUMBER(131, "escaped_number", "per_cm3_s", 1),
    /** Energy that leaves per volume and time [erg cm^-3 s^-1]; not below 0. */
    ESCAPED_ENERGY(132, "escaped_energy", "erg_per_cm3_s", 1),
    /** Momentum that the neutrinos take away per volume and time, opposite to what the star gets [dyn cm^-3]; a vector. */
    ESCAPED_MOMENTUM(133, "escaped_momentum", "dyn_per_cm3", 3);

    private static final EscapedField[] ALL = values();

    private final int number;
    private final String baseName;
    private final String unitSuffix;
    private final int components;

    EscapedField(int number, String baseName, String unitSuffix, int components) {
        this.number = number;
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

    /**
     * Returns the column name with its unit, as tables and messages use it: {@code "escaped_momentum_z_dyn_per_cm3"}.
     *
     * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
     * @throws IllegalArgumentException if this field has no such component
     */
    public String columnName(int axis) {
        if (axis < 0 || axis >= components) {
            throw new IllegalArgumentException(
                    baseName + " has " + components + " component(s); there is none with number " + axis);
        }
        return baseName + (components > 1 ? "_" + "xyz".charAt(axis) : "") + "_" + unitSuffix;
    }

    /** Returns the field with this native number, or empty if there is none. */
    public static Optional<EscapedField> ofNumber(int number) {
        return Arrays.stream(ALL).filter(field -> field.number == number).findFirst();
    }
}
