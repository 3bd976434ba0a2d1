package org.chiralkick.cli.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.study.StudyException;
import picocli.CommandLine.Option;

/** Which mechanism, and with which preset, closures and parameters. */
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
            split = ",",
            description = "Set of closures and parameters that the mechanism declares; default: its own default.")
    private List<String> presets = List.of();

    @Option(
            names = "--closure",
            paramLabel = "K=V",
            split = ",",
            description = {
                "Override closures of the preset; K=V,K=V or repeated. 'chiralkick sources' lists those of each mechanism; "
                        + "with every one goes",
                "  recoil: beamed-outflow, beamed-net, radial-net, radial-outflow, lambert",
                "Where several mechanisms act and have the same: MECHANISM.K=V; so for a preset and a parameter, too."
            })
    private Map<String, String> closures = new LinkedHashMap<>();

    @Option(
            names = "--parameter",
            paramLabel = "K=X",
            split = ",",
            description = "Give parameters of the mechanism, in the units that 'chiralkick sources' shows.")
    private Map<String, Double> parameters = new LinkedHashMap<>();

    /**
     * Returns the coupling's configuration; a name that cannot be right is an error of usage. Whether the mechanisms take what is
     * chosen is for them to say.
     */
    public CouplingConfig config() {
        try {
            CouplingConfig config = CouplingConfig.defaults().withSource(source);
            Map<String, String> given = new LinkedHashMap<>();
            for (String preset : presets) {
                String before = given.put(preset.substring(0, preset.indexOf('.') + 1), preset);
                if (before != null) {
                    throw StudyException.usage(
                            "--preset is given twice, " + before + " and " + preset + "; give one for each mechanism");
                }
                config = config.withPreset(preset);
            }
            for (Map.Entry<String, String> closure : closures.entrySet()) {
                config = config.withClosure(closure.getKey(), closure.getValue());
            }
            for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
                config = config.withParameter(parameter.getKey(), parameter.getValue());
            }
            return config;
        } catch (CouplingException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }
}
