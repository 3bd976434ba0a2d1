package org.chiralkick.study.sample;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.star.EmittingStar;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.study.Session;
import org.chiralkick.study.run.Evolutions;
import org.chiralkick.study.run.StarPlan;
import org.chiralkick.table.CsvWriter;

/**
 * Kicks of newborn stars that are drawn from a population: the speeds, and a row per star for binary population codes.
 *
 * @param population what stars are drawn from
 * @param stars how many, {@code >= 1}
 * @param seed the same seed gives the same kicks
 * @param spinAlongOrbit whether the spins are along the axis of the orbit; else they point anywhere
 * @param component which star of the binary, 1 or 2
 */
public record Sample(Population population, int stars, long seed, boolean spinAlongOrbit, int component) {
    /**
     * What was drawn.
     *
     * @param speeds of the stars that have a speed [km/s]
     * @param dropped stars without a row: the kick asks for more than they have to give
     * @param extrapolated stars whose response is not small, so that their kick is extrapolated
     */
    public record Drawn(DescriptiveStatistics speeds, long dropped, long extrapolated) {
        /** Returns how many stars are missing, and why; empty if none is. */
        public String remark() {
            return dropped == 0
                    ? ""
                    : dropped + " of " + (dropped + speeds.getN())
                            + " stars dropped: their kick asks for more than the star has lost";
        }

        /** Returns how many kicks are extrapolated, and why; empty if none is. */
        public String doubt() {
            return extrapolated == 0
                    ? ""
                    : extrapolated + " of " + speeds.getN() + " kicks extrapolated (" + Kicked.DIPOLE_LARGE
                            + ": the response is not small)";
        }
    }

    /** Refuses values outside the ranges named. */
    public Sample {
        if (stars < 1) {
            throw new IllegalArgumentException("number of stars is " + stars + "; must be >= 1");
        }
        if (component != 1 && component != 2) {
            throw new IllegalArgumentException("component is " + component + "; must be 1 or 2");
        }
    }

    /**
     * Draws the stars, and writes their rows.
     *
     * @param plan a star of which all are alike but for field and rotation
     * @param config the mechanism
     * @param to where the table goes
     * @param progress receives the number of stars done
     */
    public Drawn draw(Session session, StarPlan plan, CouplingConfig config, Appendable to, LongConsumer progress)
            throws IOException {
        DescriptiveStatistics speeds = new DescriptiveStatistics();
        try (Coupling coupling = session.couple(config)) {
            EmittingStar emitter = new Evolutions(session).emitter(plan);
            KickSampler sampler = sampler(emitter, coupling);
            CsvWriter csv = new CsvWriter(to).comment(title(emitter, coupling)).header(KickSampler.header(component));
            long extrapolated = 0;
            for (int star = 1; star <= stars; star++) {
                KickSampler.Row row = sampler.next(spinAlongOrbit);
                if (row.kick().isKnown()) {
                    row.write(star, csv);
                    speeds.addValue(row.kick().speed());
                    extrapolated += row.kicked().flags().containsKey(Kicked.DIPOLE_LARGE) ? 1 : 0;
                }
                progress.accept(star);
            }
            Drawn drawn = new Drawn(speeds, stars - speeds.getN(), extrapolated);
            if (drawn.dropped() > 0) {
                csv.comment(drawn.remark());
            }
            return drawn;
        }
    }

    /**
     * Returns the kicks of the stars [km/s], +z along the spin of each: those that {@link #draw} writes; NaN for a star that
     * would have to give more than it has.
     *
     * @param plan a star of which all are alike but for field and rotation
     * @param config the mechanism
     */
    public List<Kick> kicks(Session session, StarPlan plan, CouplingConfig config) {
        try (Coupling coupling = session.couple(config)) {
            KickSampler sampler = sampler(new Evolutions(session).emitter(plan), coupling);
            return Stream.generate(() -> sampler.next(spinAlongOrbit).kick())
                    .limit(stars)
                    .toList();
        }
    }

    private KickSampler sampler(EmittingStar emitter, Coupling coupling) {
        byte[] empty = coupling.saveState();
        return new KickSampler(
                population,
                star -> {
                    coupling.restoreState(empty);
                    return emitter.kick(star.magnet(), coupling);
                },
                new Well19937c(seed));
    }

    private String title(EmittingStar star, Coupling coupling) {
        return "chiralkick sample: " + stars + " stars, seed " + seed + ", log10 B " + population.fieldLog10Mean()
                + " +- " + population.fieldLog10Sigma() + " times " + population.fieldFactor() + ", spin "
                + population.spinMeanS() + " +- " + population.spinSigmaS() + " s, spin-orbit "
                + (spinAlongOrbit ? "aligned" : "isotropic") + "; " + star.describe() + "; " + star.fieldMeaning()
                + "; " + coupling.sources();
    }
}
