package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chiralkick.star.Luminosities;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.star.kick.StarKick;
import org.chiralkick.study.closure.InForce;
import org.chiralkick.table.Numbers;
import org.chiralkick.table.TextTable;

/** What the texts of both hosts say in the same words. */
public final class RunWords {
    /** Momentum over mass is a speed only well below that of light [km/s]. */
    public static final double RELATIVISTIC = 3e4;

    public static final String NO_OUTFLOW = "No net outflow of neutrinos: nothing to recoil from.";
    public static final String RECOILS =
            "Neutrinos leave along the anomalous current, and the star recoils the other way.";

    /** What the two closures of escape of a star that cools assume. */
    public static final String ESCAPES =
            "Where they leave is the closure escape: with dipole matter is at rest, fluxes inside heat one hemisphere, which then emits "
                    + "more; with surface horizontal contrasts are levelled at once, as by buoyancy, and only what the emitting sphere "
                    + "lets out by itself counts. The two bracket the truth.";

    private static final double SOLAR_MASS_G = 1.98841e33;

    private RunWords() {}

    public static String speed(Kick kick) {
        return speed(kick.speed());
    }

    /** Returns a speed [km/s]; what is asked of a star that has not so much to give is none. */
    private static String speed(double kmPerS) {
        return Double.isNaN(kmPerS) ? "no speed" : Numbers.of(kmPerS) + " km/s";
    }

    /** Returns what the other closure of escape gives; empty for a star without transport. */
    public static String besides(Kicked kicked) {
        return kicked.both()
                .map(both -> switch (kicked.escape()) {
                    case DIPOLE ->
                        "The surface alone (escape surface) gives "
                                + speed(both.speedKmPerS(Escape.SURFACE).orElse(Double.NaN)) + ".";
                    case SURFACE ->
                        "The response inside (escape dipole) gives "
                                + speed(both.speedKmPerS(Escape.DIPOLE).orElse(Double.NaN)) + ".";
                })
                .orElse("");
    }

    /** Returns why a result of this run is no result, or no good one, a sentence each; empty if nothing is to be said. */
    public static List<String> doubts(Run run) {
        List<String> doubts = new ArrayList<>();
        Kicked kicked = run.kicked();
        if (kicked.beyondBudget()) {
            StarKick both = kicked.both().orElseThrow();
            double largest = kicked.largestFieldGauss();
            doubts.add("It asks for " + Numbers.of(1 / both.largestFactor(run.escape()), 3)
                    + " times what the star has lost in " + both.bindingBudget(run.escape()) + ": there is no speed."
                    + (Double.isFinite(largest)
                            ? " The largest field inside this budget is " + Numbers.of(largest, 3) + " G."
                            : ""));
        }
        if (run.cools() && run.escape() == Escape.DIPOLE) {
            DipoleKick dipole = run.end().dipole();
            if (dipole.large()) {
                doubts.add(Kicked.DIPOLE_LARGE + ": the contrast reaches "
                        + Numbers.of(dipole.largestTemperatureContrast(), 2)
                        + " of the temperature and " + Numbers.of(dipole.largestDegeneracyContrast(), 2)
                        + " in mu_nu/T; the response is linear, and this is an extrapolation.");
            }
            if (dipole.beyondFluxShare() > 0) {
                doubts.add(Kicked.DIPOLE_BEYOND_FLUX + ": for " + Numbers.of(100 * dipole.beyondFluxShare(), 2)
                        + " % of the time the far side would have to draw neutrinos in.");
            }
        }
        run.breakUp().remark().ifPresent(remark -> doubts.add(Kicked.SPIN_BEYOND_BREAKUP + ": " + remark + "."));
        if (!run.outsideValidity().isEmpty()) {
            doubts.add("All that emits is outside validity: each evaluation "
                    + (run.escape() == Escape.DIPOLE ? "inside the star" : "of its surface") + " is flagged "
                    + String.join(", ", run.outsideValidity()) + ".");
        }
        return doubts;
    }

    /** Returns a part with its sign as a percentage. */
    public static String percent(double part) {
        return (part > 0 ? "+" : "") + Numbers.of(100 * part, 2) + " %";
    }

    /** Returns how many neutrinos of each kind leave. */
    public static String numbers(Luminosities now) {
        return "nu_e " + Numbers.of(now.electronNeutrinosPerS(), 3) + ", anti-nu_e "
                + Numbers.of(now.electronAntineutrinosPerS(), 3) + ", each nu_x "
                + Numbers.of(now.eachHeavyLeptonPerS(), 3) + " per s";
    }

    /** Returns the mean energies of nu_e, anti-nu_e and nu_x [MeV]; 0 where none leave. */
    public static String meanEnergies(Luminosities now) {
        return Stream.of(now.electronNeutrinoMev(), now.electronAntineutrinoMev(), now.heavyLeptonMev())
                .map(mev -> Numbers.of(mev, 3))
                .collect(Collectors.joining(", "));
    }

    /** Returns what the number of a recoil counts: what the surface lets out, or what leaves on one side beyond half of all. */
    public static String outflow(Escape escape) {
        return escape == Escape.DIPOLE ? "net leptons through one pole" : "neutrinos in the outflow";
    }

    /** Returns the three components [km/s]. */
    public static String vector(Kick kick) {
        double speed = kick.speed();
        if (!kick.isKnown()) {
            return "none";
        }
        return "(" + component(kick.x(), speed) + ", " + component(kick.y(), speed) + ", " + component(kick.z(), speed)
                + ")";
    }

    /** A component in the digits of the whole vector: what is rounding beside it shows as 0. */
    public static String component(double value, double whole) {
        double size = Math.abs(value);
        return size < 5e-5 * whole || size == 0 ? "0" : Numbers.of(value, size < 1e-3 * whole ? 2 : 4);
    }

    public static String direction(Run run) {
        Kick kick = run.kick();
        return kick.speed() == 0 || !kick.isKnown()
                ? ""
                : ", " + degrees(kick) + " deg from "
                        + polarAxis(run.rotates(), run.inputs().obliquityDeg());
    }

    /** Returns the angle from +z [deg]; what is rounding shows as 0. */
    public static String degrees(Kick kick) {
        double angle = kick.angleToSpinDeg();
        return Double.isNaN(angle) ? "-" : angle < 1e-6 ? "0" : Numbers.of(angle, 4);
    }

    /** Returns what +z is: only a star that rotates has a spin axis. */
    public static String polarAxis(boolean rotates, double obliquityDeg) {
        return rotates ? "the spin axis +z" : obliquityDeg == 0 ? "the magnetic axis +z" : "+z";
    }

    /** Returns where the magnetic axis points. */
    public static String magneticAxis(boolean rotates, double obliquityDeg) {
        String from = rotates ? "the spin axis" : "+z";
        return obliquityDeg == 0 ? "along " + from : Numbers.given(obliquityDeg) + " deg from " + from;
    }

    /** Returns a mass in grams and in solar masses. */
    public static String mass(double massG) {
        return Numbers.of(massG, 4) + " g (" + solarMasses(massG) + ")";
    }

    public static String solarMasses(double massG) {
        return Numbers.of(massG / SOLAR_MASS_G, 3) + " solar masses";
    }

    /** Returns what came out, and what makes it suspect. */
    public static String reading(Kick kick, boolean rotatesOblique) {
        if (!kick.isKnown()) {
            return ""; // the first lines say why
        }
        if (kick.speed() == 0) {
            return "\n  " + NO_OUTFLOW + "\n";
        }
        return "\n  " + RECOILS + "\n"
                + (rotatesOblique ? "  Rotation averages out the part across the spin axis.\n" : "")
                + beyondItsRange(kick);
    }

    private static String beyondItsRange(Kick kick) {
        if (kick.speed() < RELATIVISTIC) {
            return "";
        }
        return """
  This is no speed but momentum over mass, above a tenth of that of light: the kick grows linearly
  with the field, and this field is beyond where that holds. See the flags.
""";
    }

    public static String closures(Run run) {
        TextTable table = new TextTable("  ", "lll");
        for (InForce.Row row : run.inForce().rows(run.config())) {
            table.row(row.name(), row.value(), row.meaning());
        }
        return "Closures in force (choices, not results of the anomaly; --closure changes one):\n" + table;
    }

    /** Returns assumptions and flags. */
    public static String notes(Run run) {
        StringBuilder text = new StringBuilder("\nAssumed:\n");
        run.assumptions().forEach(note -> text.append("  - ").append(note).append('\n'));
        Map<String, Long> surface = run.flags().surface();
        text.append(flags(
                surface,
                "\nFlags of the emitting surface (of " + run.flags().surfaceEvaluations() + " zone evaluations): "));
        text.append(surface.isEmpty() ? "" : "\n");
        text.append(flags(
                run.flags().interior(),
                "\nFlags inside the star (of " + run.flags().interiorEvaluations() + " zone evaluations): "));
        text.append(run.flags().interior().isEmpty() ? "" : "\n");
        return text.toString();
    }

    public static String flags(Map<String, Long> flags, String title) {
        return flags.isEmpty()
                ? ""
                : title
                        + flags.entrySet().stream()
                                .map(flag -> flag.getKey() + " " + flag.getValue())
                                .collect(Collectors.joining(", "));
    }

    /** Returns the name of a choice as options and results show it. */
    public static String label(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
