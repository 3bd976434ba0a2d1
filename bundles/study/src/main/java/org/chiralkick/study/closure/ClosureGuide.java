package org.chiralkick.study.closure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.source.Preset;
import org.chiralkick.study.StudyException;

/**
 * What each closure means, in a line: the four choices that an estimate of the kick hides (guide/physics.md, section 4), and the two
 * conventions of the paper that consistent units replace.
 */
public final class ClosureGuide {
    /** The closures that a command line may override. */
    public static final List<String> KINDS = List.of("chirality", "share", "momentum", "recoil", "potentials", "field");

    private static final Map<String, Map<String, String>> CHOICES = Map.of(
            "chirality",
            choices(
                    "given", "left and right electrons at mu_e +- mu_5, as given",
                    "preserved", "no spin flips: right electrons keep (n_e + n_nu)/2",
                    "washed-out", "spin flips give left and right electrons one potential"),
            "share",
            choices(
                    "all-left-handed", "all of the left-handed current escapes (upper limit)",
                    "composition", "n_nu/(n_eL + n_nu) of the left-handed electron current",
                    "susceptibility", "chi_nu/(chi_eL + chi_nu) of that current, chi = dn/dmu",
                    "equilibrium", "neutral neutrinos carry none of it (lower limit)"),
            "momentum",
            choices(
                    "energy-current", "momentum is the anomalous energy current, T0i/c",
                    "chemical-potential", "each neutrino carries p = mu_nu",
                    "mean-energy", "each neutrino carries eps/n of the neutrino gas",
                    "thermal", "each neutrino carries 3.15 T"),
            "recoil",
            choices(
                    "beamed-outflow", "what leaves keeps its direction: the disk pi R^2",
                    "beamed-net", "the deficit on the far side counts too: 2 disks",
                    "radial-net", "along the surface normal, deficit included: 4/3 disk",
                    "radial-outflow", "along the surface normal where it flows out: 2/3 disk",
                    "lambert", "Lambert's law about the normal: 8/9 disk"),
            "potentials",
            choices(
                    "separate", "each species has its own chemical potential",
                    "single", "mu_nu - mu_5 stands for every one, as in the paper"),
            "field",
            choices(
                    "eb", "eB in consistent units: 1e12 G is 0.0059 MeV^2",
                    "kubs-2016", "the paper's 0.1 MeV^2 for 1e12 G, 16.9 times eB"));

    private ClosureGuide() {}

    /** Returns what the choice means, or an empty string where this guide does not know it. */
    public static String meaning(String kind, String choice) {
        return CHOICES.getOrDefault(kind, Map.of()).getOrDefault(choice, "");
    }

    /** Returns the choices there are of a closure, in the order of the guide. */
    public static List<String> choices(String kind) {
        return List.copyOf(CHOICES.getOrDefault(kind, Map.of()).keySet());
    }

    /** Returns what a preset is. */
    public static String meaning(Preset preset) {
        return switch (preset) {
            case CONSISTENT -> "the defaults: consistent units, composition share, energy current";
            case KUBS_2016 -> "the paper to the letter, in its units";
            case EQUILIBRIUM -> "neutral neutrinos carry no magnetic current";
        };
    }

    /** Refuses a kind or choice that the chiral mechanism and the host adapter do not have, naming those there are. */
    public static void check(String kind, String choice) {
        Map<String, String> choices = CHOICES.get(kind);
        if (choices == null) {
            throw StudyException.usage("there is no closure '" + kind + "'" + NearestName.hint(kind, KINDS)
                    + "; must be one of " + String.join(", ", KINDS));
        }
        if (!choices.containsKey(choice)) {
            throw StudyException.usage("closure " + kind + " is '" + choice + "'"
                    + NearestName.hint(choice, choices.keySet()) + "; must be one of "
                    + String.join(", ", choices.keySet()));
        }
    }

    private static Map<String, String> choices(String... namesAndMeanings) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < namesAndMeanings.length; i += 2) {
            choices.put(namesAndMeanings[i], namesAndMeanings[i + 1]);
        }
        return choices;
    }
}
