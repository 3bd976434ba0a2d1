package org.chiralkick.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.closure.ClosureGuide;
import picocli.CommandLine.Option;

/** Which mechanism, and with which closures. */
public final class SourceOptions {
    private static final String CHIRAL = "chiral";

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = CHIRAL,
            description = "Mechanism, or several joined by + (their fluxes add); default: ${DEFAULT-VALUE}. "
                    + "'chiralkick sources' lists what is installed.")
    private String source = CHIRAL;

    @Option(
            names = "--preset",
            paramLabel = "P",
            defaultValue = "consistent",
            description = "Set of closures: consistent (default), kubs-2016 (the paper to the letter), equilibrium.")
    private String preset = "consistent";

    @Option(
            names = "--closure",
            paramLabel = "K=V",
            split = ",",
            description = {
                "Override closures of the preset; K=V,K=V or repeated.",
                "  chirality: given, preserved, washed-out",
                "  share: all-left-handed, composition, susceptibility, equilibrium",
                "  momentum: energy-current, chemical-potential, mean-energy, thermal",
                "  recoil: beamed-outflow, beamed-net, radial-net, radial-outflow, lambert",
                "  potentials: separate, single",
                "  field: eb, kubs-2016"
            })
    private Map<String, String> closures = new LinkedHashMap<>();

    /** Returns the coupling's configuration; a name that cannot be right is an error of usage. */
    public CouplingConfig config() {
        try {
            CouplingConfig config = CouplingConfig.defaults().withPreset(preset).withSource(source);
            for (Map.Entry<String, String> closure : closures.entrySet()) {
                // Another mechanism may have closures of its own, and says itself what it does not know.
                if (config.sources().contains(CHIRAL)) {
                    ClosureGuide.check(closure.getKey(), closure.getValue());
                }
                config = config.withClosure(closure.getKey(), closure.getValue());
            }
            return config;
        } catch (CouplingException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }
}
