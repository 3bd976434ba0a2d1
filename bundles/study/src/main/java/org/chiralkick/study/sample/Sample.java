package org.chiralkick.study.sample;

import java.io.IOException;
import java.util.function.LongConsumer;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.star.EmittingStar;
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
     * @return the speeds [km/s]
     */
    public DescriptiveStatistics draw(
            Session session, StarPlan plan, CouplingConfig config, Appendable to, LongConsumer progress)
            throws IOException {
        DescriptiveStatistics speeds = new DescriptiveStatistics();
        try (Coupling coupling = session.couple(config)) {
            EmittingStar emitter = new Evolutions(session).emitter(plan);
            byte[] empty = coupling.saveState();
            KickSampler sampler = new KickSampler(
                    population,
                    star -> {
                        coupling.restoreState(empty);
                        return emitter.kick(star.magnet(), coupling).kick();
                    },
                    new Well19937c(seed));
            CsvWriter csv = new CsvWriter(to).comment(title(emitter, coupling)).header(KickSampler.header(component));
            for (int star = 1; star <= stars; star++) {
                speeds.addValue(sampler.next(star, spinAlongOrbit, csv).speed());
                progress.accept(star);
            }
        }
        return speeds;
    }

    private String title(EmittingStar star, Coupling coupling) {
        return "chiralkick sample: " + stars + " stars, seed " + seed + ", log10 B " + population.fieldLog10Mean()
                + " +- " + population.fieldLog10Sigma() + " times " + population.fieldFactor() + ", spin "
                + population.spinMeanS() + " +- " + population.spinSigmaS() + " s, spin-orbit "
                + (spinAlongOrbit ? "aligned" : "isotropic") + "; " + star.describe() + "; " + coupling.sources();
    }
}
