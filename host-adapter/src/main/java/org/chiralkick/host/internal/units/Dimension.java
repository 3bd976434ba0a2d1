package org.chiralkick.host.internal.units;

import org.chiralkick.host.value.EscapedField;
import org.chiralkick.host.value.FieldSystem;
import org.chiralkick.host.value.Units;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** Dimension of a field: what turns a number in the host's unit into the SPI's. */
public sealed interface Dimension {
    /** Returns the host's unit of this dimension in the unit of the SPI. */
    double inSpiUnits(Units units);

    /** A number, a temperature or a chemical potential. */
    enum Simple implements Dimension {
        /** No unit. */
        NUMBER,
        /** Temperature [MeV]. */
        TEMPERATURE,
        /** Chemical potential [MeV]. */
        POTENTIAL;

        @Override
        public double inSpiUnits(Units units) {
            return switch (this) {
                case NUMBER -> 1;
                case TEMPERATURE -> units.temperatureMev();
                case POTENTIAL -> units.potentialMev();
            };
        }
    }

    /**
     * g^mass cm^length s^time.
     *
     * @param mass power of mass
     * @param length power of length
     * @param time power of time
     */
    record Mechanical(int mass, int length, int time) implements Dimension {
        @Override
        public double inSpiUnits(Units units) {
            return Math.pow(units.massG(), mass) * Math.pow(units.lengthCm(), length) * Math.pow(units.timeS(), time);
        }
    }

    /**
     * A number of particles, cm^length s^time.
     *
     * @param length power of length
     * @param time power of time
     */
    record Particles(int length, int time) implements Dimension {
        @Override
        public double inSpiUnits(Units units) {
            return units.count() * Math.pow(units.lengthCm(), length) * Math.pow(units.timeS(), time);
        }
    }

    /**
     * An electromagnetic quantity, g^(1/2) cm^(twiceLength/2) s^time.
     *
     * @param twiceLength twice the power of length
     * @param time power of time
     * @param rationalisation power of sqrt(4 pi) from Heaviside-Lorentz to Gaussian: +1 for a field, -1 for a charge
     */
    record Electromagnetic(int twiceLength, int time, int rationalisation) implements Dimension {
        private static final double SQRT_FOUR_PI = Math.sqrt(4 * Math.PI);

        @Override
        public double inSpiUnits(Units units) {
            if (units.fieldGauss() != 0) {
                return ofGivenField(units);
            }
            double factor = Math.sqrt(units.massG())
                    * Math.pow(Math.sqrt(units.lengthCm()), twiceLength)
                    * Math.pow(units.timeS(), time);
            return units.field() == FieldSystem.GAUSSIAN ? factor : factor * Math.pow(SQRT_FOUR_PI, rationalisation);
        }

        // The field itself has the very bits of its unit; the rest follows it as it would follow
        // sqrt(mass/length)/time.
        private double ofGivenField(Units units) {
            int length = (twiceLength + 1) / 2; // twice the length is odd
            double factor = units.fieldGauss() * Math.pow(units.lengthCm(), length) * Math.pow(units.timeS(), time + 1);
            boolean charge = rationalisation < 0 && units.field() == FieldSystem.HEAVISIDE_LORENTZ;
            return charge ? factor / (4 * Math.PI) : factor;
        }
    }

    /** Returns the dimension of an input. */
    static Dimension of(ZoneField field) {
        return switch (field) {
            case TEMPERATURE -> Simple.TEMPERATURE;
            case ELECTRON_CHEMICAL_POTENTIAL,
                    NEUTRINO_CHEMICAL_POTENTIAL,
                    AXIAL_CHEMICAL_POTENTIAL,
                    PROTON_CHEMICAL_POTENTIAL,
                    NEUTRON_CHEMICAL_POTENTIAL,
                    UP_QUARK_CHEMICAL_POTENTIAL,
                    DOWN_QUARK_CHEMICAL_POTENTIAL -> Simple.POTENTIAL;
            case ELECTRON_FRACTION, NEUTRINO_FRACTION, LAPSE -> Simple.NUMBER;
            case DENSITY -> new Mechanical(1, -3, 0);
            case VORTICITY -> new Mechanical(0, 0, -1);
            case VELOCITY -> new Mechanical(0, 1, -1);
            case POSITION, GRADIENT_LENGTH, MEAN_FREE_PATH -> new Mechanical(0, 1, 0);
            case VOLUME -> new Mechanical(0, 3, 0);
            case SURFACE_ELEMENT -> new Mechanical(0, 2, 0);
            case NEUTRINO_ENERGY_DENSITY,
                    ANTINEUTRINO_ENERGY_DENSITY,
                    NU_E_GROUP_ENERGY_DENSITY,
                    ANTI_NU_E_GROUP_ENERGY_DENSITY,
                    NU_X_GROUP_ENERGY_DENSITY -> new Mechanical(1, -1, -2);
            case SCATTERING_OPACITY,
                    ABSORPTION_OPACITY,
                    ANTINEUTRINO_SCATTERING_OPACITY,
                    ANTINEUTRINO_ABSORPTION_OPACITY,
                    NU_E_GROUP_ABSORPTION_OPACITY,
                    ANTI_NU_E_GROUP_ABSORPTION_OPACITY,
                    NU_X_GROUP_ABSORPTION_OPACITY,
                    NU_E_GROUP_SCATTERING_OPACITY,
                    ANTI_NU_E_GROUP_SCATTERING_OPACITY,
                    NU_X_GROUP_SCATTERING_OPACITY -> new Mechanical(0, -1, 0);
            case MAGNETIC_DIFFUSIVITY -> new Mechanical(0, 2, -1);
            case MAGNETIC_FIELD, ELECTRIC_FIELD -> new Electromagnetic(-1, -1, 1);
            case MAGNETIC_FIELD_CURL -> new Electromagnetic(-3, -1, 1);
        };
    }

    /** Returns the dimension of an output. */
    static Dimension of(FluxField field) {
        return switch (field) {
            case LEPTON_FLUX,
                    AXIAL_FLUX,
                    NEUTRINO_FLUX,
                    NU_E_GROUP_NUMBER_FLUX,
                    ANTI_NU_E_GROUP_NUMBER_FLUX,
                    NU_X_GROUP_NUMBER_FLUX -> new Particles(-2, -1);
            case NEUTRINO_ENERGY_FLUX, NU_E_GROUP_ENERGY_FLUX, ANTI_NU_E_GROUP_ENERGY_FLUX, NU_X_GROUP_ENERGY_FLUX ->
                new Mechanical(1, 0, -3);
            case NEUTRINO_MOMENTUM_SOURCE -> new Mechanical(1, -2, -2);
            case CHIRAL_CURRENT -> new Electromagnetic(-1, -2, -1);
            case CHIRAL_INVERSE_LENGTH -> new Mechanical(0, -1, 0);
            case AXIAL_SOURCE -> new Particles(-3, -1);
            case LARGEST_STABLE_RATE, SPIN_FLIP_RATE -> new Mechanical(0, 0, -1);
        };
    }

    /** Returns the dimension of what is counted as escaped. */
    static Dimension of(EscapedField field) {
        return switch (field) {
            case ESCAPED_NUMBER -> new Particles(-3, -1);
            case ESCAPED_ENERGY -> new Mechanical(1, -1, -3);
            case ESCAPED_MOMENTUM -> new Mechanical(1, -2, -2);
        };
    }
}
