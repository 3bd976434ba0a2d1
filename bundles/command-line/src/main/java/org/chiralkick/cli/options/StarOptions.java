package org.chiralkick.cli.options;

import org.chiralkick.star.field.Magnet;
import org.chiralkick.study.StudyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which star: what emits, its field and its rotation. */
public final class StarOptions {
    @Option(
            names = "--field",
            paramLabel = "GAUSS",
            description =
                    "Magnetic field [G]: everywhere, at the pole of a dipole, the largest of a map; with --field-at end at the pole of "
                            + "the final surface. Default: 1e12, or that of the map.")
    private @Nullable Double field;

    @Option(
            names = "--spin-period",
            paramLabel = "S",
            description = "Rotation period [s], about +z; with pns at the start; default: no rotation.")
    private @Nullable Double spinPeriod;

    @Option(
            names = "--obliquity",
            paramLabel = "DEG",
            defaultValue = "0",
            description = "Angle from the spin axis to the magnetic axis [deg]; default: ${DEFAULT-VALUE}.")
    private double obliquity;

    @Mixin
    private EmitterOptions emitter = new EmitterOptions();

    /** Returns what emits. */
    public EmitterOptions emitter() {
        return emitter;
    }

    /** Returns the field and the rotation; a value out of range is an error of usage. */
    public Magnet magnet() {
        try {
            return new Magnet(field, obliquity, spinPeriod == null ? Double.POSITIVE_INFINITY : spinPeriod);
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }
}
