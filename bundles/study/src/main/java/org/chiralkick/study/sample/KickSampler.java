package org.chiralkick.study.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.chiralkick.star.field.PolarField;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.table.CsvWriter;

/** Draws stars one after another, and writes a row for each. */
public final class KickSampler {
    /** The kick of a star, from what it drew; +z is the spin. */
    @FunctionalInterface
    public interface Emission {
        /** Returns it for a magnetic axis in the x-z plane. */
        Kicked kick(NewbornStar star);
    }

    private final Population population;
    private final Emission emission;
    private final RandomGenerator random;

    /**
     * @param population what stars are drawn from
     * @param emission what pushes them
     * @param random the only source of chance: the same state gives the same kicks
     */
    public KickSampler(Population population, Emission emission, RandomGenerator random) {
        this.population = population;
        this.emission = emission;
        this.random = random;
    }

    /** Returns the columns of a row; {@code component} is 1 or 2, the star of the binary. */
    public static List<String> header(int component) {
        List<String> header =
                new ArrayList<>(List.of("star", "field_gauss", "spin_period_s", "obliquity_deg", "angle_to_spin_deg"));
        header.addAll(BinaryKick.header(component));
        header.addAll(List.of("alpha", "field_start_gauss", "field_end_gauss", "flux_end_gauss_cm2", "flags"));
        return header;
    }

    /**
     * A star that was drawn.
     *
     * @param star its field and rotation
     * @param kicked what it received
     * @param kick its kick [km/s], +z along its spin
     * @param binary the same in its binary
     */
    record Row(NewbornStar star, Kicked kicked, Kick kick, BinaryKick binary) {
        /** Writes a row of {@link #header}. */
        void write(long number, CsvWriter csv) throws IOException {
            csv.put(number).put(star.fieldGauss()).put(star.spinPeriodS()).put(star.obliquityDeg());
            csv.put(kick.angleToSpinDeg());
            binary.write(csv);
            if (kicked.both().isPresent()) {
                csv.put(kicked.both().get().alpha(kicked.escape()));
            } else {
                csv.put("");
            }
            PolarField field = kicked.field();
            csv.put(field.startGauss()).put(field.endGauss()).put(field.endFluxGaussCm2());
            csv.put(String.join(";", kicked.flags().keySet()));
            csv.endRow();
        }
    }

    /**
     * Draws a star.
     *
     * @param spinAlongOrbit whether the spin is along the axis of the orbit; else it points anywhere
     */
    Row next(boolean spinAlongOrbit) {
        NewbornStar star = population.draw(random);
        Kicked kicked = emission.kick(star);
        Kick kick = turned(star, kicked.kick());
        return new Row(
                star,
                kicked,
                kick,
                spinAlongOrbit ? BinaryKick.aligned(kick, random) : BinaryKick.isotropic(kick, random));
    }

    private static Kick turned(NewbornStar star, Kick kick) {
        // The phase of the magnetic axis at the start is one more turn about the spin.
        double cosine = Math.cos(star.azimuthRad());
        double sine = Math.sin(star.azimuthRad());
        return new Kick(kick.x() * cosine - kick.y() * sine, kick.x() * sine + kick.y() * cosine, kick.z());
    }
}
