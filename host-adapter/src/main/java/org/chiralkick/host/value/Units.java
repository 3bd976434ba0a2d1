package org.chiralkick.host.value;

import java.util.Objects;

/**
 * What one unit of the host is in cgs or MeV. Every field is converted by its dimension; fields in yet other units carry a factor
 * of their own ({@code View.times}).
 *
 * @param massG the host's unit of mass [g]
 * @param lengthCm the host's unit of length [cm]
 * @param timeS the host's unit of time [s]
 * @param temperatureMev the host's unit of temperature [MeV]
 * @param potentialMev the host's unit of chemical potentials [MeV]
 * @param field how the host counts 4 pi in its fields, which are in sqrt(mass/length)/time unless {@code fieldGauss} is given
 * @param fieldGauss the host's unit of magnetic field [G]; 0 where mass, length, time and {@code field} give it. Electric field, curl B
 *     and chiral current follow it: they are in this unit, this unit per length, and this unit per time, the current divided by 4 pi where
 *     {@code field} is Heaviside-Lorentz
 * @param count how many particles one of the host's is: fluxes and sources of number are in it, so that a host in single precision and cgs
 *     can hold them with 1e50, say; fractions per baryon are not
 */
public record Units(
        double massG,
        double lengthCm,
        double timeS,
        double temperatureMev,
        double potentialMev,
        FieldSystem field,
        double fieldGauss,
        double count) {
    /** g, cm, s, MeV and gauss. */
    public static final Units CGS = new Units(1, 1, 1, 1, 1, FieldSystem.GAUSSIAN);

    /** Refuses factors that are not finite and positive; 0 stands for a field that follows from the others. */
    public Units {
        requirePositive("mass", "g", massG);
        requirePositive("length", "cm", lengthCm);
        requirePositive("time", "s", timeS);
        requirePositive("temperature", "MeV", temperatureMev);
        requirePositive("chemical potential", "MeV", potentialMev);
        Objects.requireNonNull(field, "field system");
        if (fieldGauss != 0) {
            requirePositive("magnetic field", "G", fieldGauss);
        }
        requirePositive("count", "particles", count);
    }

    /** Units whose field follows from mass, length, time and system, and whose particles are single ones. */
    public Units(
            double massG,
            double lengthCm,
            double timeS,
            double temperatureMev,
            double potentialMev,
            FieldSystem field) {
        this(massG, lengthCm, timeS, temperatureMev, potentialMev, field, 0, 1);
    }

    /** Returns these units with a magnetic field of its own [G], whatever mass, length, time and system would give. */
    public Units withFieldGauss(double gauss) {
        return new Units(massG, lengthCm, timeS, temperatureMev, potentialMev, field, gauss, count);
    }

    /** Returns these units with particles counted by so many, such as 1e50. */
    public Units withCount(double particles) {
        return new Units(massG, lengthCm, timeS, temperatureMev, potentialMev, field, fieldGauss, particles);
    }

    private static void requirePositive(String what, String unit, double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw CouplingException.argument(
                    "unit of " + what + " is " + factor + " " + unit + "; must be finite and > 0");
        }
    }
}
