package org.chiralkick.study.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.field.FieldAt;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.study.Session;
import org.chiralkick.study.run.Evolutions;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.StarBuilder;

/**
 * The same command for the same model at several times after bounce (G15 of Liebendoerfer et al. 2005): what the choice of the moment from
 * which on the star cools does to the kick, with the field given at the start and at the end.
 *
 * @param rows a row per profile that is there
 * @param missing names of the files that are not there
 */
public record ProfileKicks(List<Row> rows, List<String> missing) {
    /** Field that each star is given [G]. */
    public static final double GAUSS = 1e12;

    private static final int[] TIMES_MS = {3, 10, 50, 100, 150, 250};

    /** Keeps its own copies. */
    public ProfileKicks {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /**
     * A profile.
     *
     * @param timeMs time after bounce that it is called by [ms]
     * @param start kick with the field at the start
     * @param end kick with the field at the end
     */
    public record Row(int timeMs, Kicked start, Kicked end) {
        /** Returns the dipole's speed with the field at the start [km/s]; NaN where there is none. */
        public double startKmPerS() {
            return start.speedKmPerS(Escape.DIPOLE).orElse(Double.NaN);
        }

        /** Returns the dipole's speed with the field at the end [km/s]; NaN where there is none. */
        public double endKmPerS() {
            return end.speedKmPerS(Escape.DIPOLE).orElse(Double.NaN);
        }

        /** Returns the energy in all neutrinos, for a distant observer [erg]. */
        public double energyErg() {
            return start.both().orElseThrow().dipole().lostAtInfinityErg();
        }
    }

    /**
     * Computes the kicks.
     *
     * @param data folder with {@code profiles/}
     * @param config the mechanism
     * @throws IOException if a file that is there cannot be read
     */
    static ProfileKicks compute(Session session, Path data, CouplingConfig config) throws IOException {
        Evolutions evolutions = new Evolutions(session);
        List<Row> rows = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int time : TIMES_MS) {
            String name = String.format(Locale.ROOT, "profiles/liebendoerfer2005_AB-G15_%03dms.csv", time);
            Path file = data.resolve(name);
            if (Files.exists(file)) {
                rows.add(new Row(
                        time,
                        kick(session, evolutions, RunInputs.read(file).fieldAt(FieldAt.START), config),
                        kick(session, evolutions, RunInputs.read(file).fieldAt(FieldAt.END), config)));
            } else {
                missing.add(name);
            }
        }
        return new ProfileKicks(rows, missing);
    }

    private static Kicked kick(Session session, Evolutions evolutions, StarBuilder star, CouplingConfig config) {
        return star.fieldGauss(GAUSS).build().request(config).kick(session, evolutions);
    }

    /** Returns the largest over the smallest speed with the field at the start [1]. */
    public double spreadAtStart() {
        return spread(rows.stream().mapToDouble(Row::startKmPerS).toArray());
    }

    /** Returns the largest over the smallest speed with the field at the end [1]. */
    public double spreadAtEnd() {
        return spread(rows.stream().mapToDouble(Row::endKmPerS).toArray());
    }

    private static double spread(double[] speeds) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double speed : speeds) {
            least = Math.min(least, speed);
            most = Math.max(most, speed);
        }
        return most / least;
    }
}
