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
 * @param field how the host counts 4 pi in its fields, which are in sqrt(mass/length)/time
 */
public record Units(
        double massG, double lengthCm, double timeS, double temperatureMev, double potentialMev, FieldSystem field) {
    /** g, cm, s, MeV and gauss. */
    public static final Units CGS = new Units(1, 1, 1, 1, 1, FieldSystem.GAUSSIAN);

    /** Refuses factors that are not finite and positive. */
    public Units {
        requirePositive("mass", "g", massG);
        requirePositive("length", "cm", lengthCm);
        requirePositive("time", "s", timeS);
        requirePositive("temperature", "MeV", temperatureMev);
        requirePositive("chemical potential", "MeV", potentialMev);
        Objects.requireNonNull(field, "field system");
    }

    private static void requirePositive(String what, String unit, double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw CouplingException.argument(
                    "unit of " + what + " is " + factor + " " + unit + "; must be finite and > 0");
        }
    }
}
