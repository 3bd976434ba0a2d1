package org.chiralkick.study.closure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.source.Closure;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;

/**
 * One choice made otherwise, the rest as it is; or a whole preset. The choices are those that the mechanisms declare, and the
 * coupling's recoil geometries.
 *
 * @param kind what is chosen: a kind of closure, or {@code preset}
 * @param choice the choice
 * @param meaning what it assumes
 * @param inForce whether it is the choice that it is compared with
 * @param config the coupling's configuration
 */
public record ClosureChoice(String kind, String choice, String meaning, boolean inForce, CouplingConfig config) {
    private static final String PRESET = "preset";

    /** What the kick of a star, which has no energy groups, is made of. */
    private static final Set<FluxField> OF_A_STAR =
            Set.of(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX, FluxField.NEUTRINO_MOMENTUM_SOURCE);

    /**
     * Returns all choices about a configuration that the kick of a star may depend on, those of a kind together, those in force among them.
     *
     * @param configured the configuration
     * @param sources its mechanisms as they are under it
     */
    public static List<ClosureChoice> about(CouplingConfig configured, List<SourceDescriptor> sources) {
        // Each choice under the name of its mechanism, where another replaces it.
        CouplingConfig config = configured
                .withSource(sources.stream().map(SourceDescriptor::name).toArray(String[]::new))
                .named(sources);
        InForce inForce = new InForce(sources);
        List<ClosureChoice> all = new ArrayList<>();
        for (SourceDescriptor source : sources) {
            for (Closure closure : source.declared().closures()) {
                if (closure.matters(OF_A_STAR)) {
                    all.addAll(of(closure, source, inForce.label(source, closure.kind()), config));
                }
            }
        }
        for (RecoilGeometry geometry : RecoilGeometry.values()) {
            all.add(new ClosureChoice(
                    InForce.RECOIL,
                    geometry.label(),
                    geometry.meaning(),
                    geometry == config.recoil().geometry(),
                    config.withRecoil(config.recoil().withGeometry(geometry))));
        }
        sources.forEach(source -> all.addAll(presets(source, sources, config)));
        return all;
    }

    private static List<ClosureChoice> of(
            Closure closure, SourceDescriptor source, String label, CouplingConfig config) {
        String chosen = source.closures().getOrDefault(closure.kind(), "");
        return closure.choices().stream()
                .map(choice -> new ClosureChoice(
                        label,
                        choice.name(),
                        choice.meaning(),
                        choice.name().equals(chosen),
                        config.withClosure(source.name() + "." + closure.kind(), choice.name())))
                .toList();
    }

    /** A preset leaves nothing else as it is: the other mechanisms and the recoil are as by default, too. */
    private static List<ClosureChoice> presets(
            SourceDescriptor source, List<SourceDescriptor> sources, CouplingConfig config) {
        boolean alone = sources.stream()
                        .filter(other -> !other.declared().presets().isEmpty())
                        .count()
                == 1;
        CouplingConfig plain =
                CouplingConfig.defaults().withSource(config.sources().toArray(String[]::new));
        boolean restByDefault = config.recoil().geometry() == plain.recoil().geometry()
                && sources.stream()
                        .filter(other -> !other.name().equals(source.name()))
                        .allMatch(ClosureChoice::isByDefault);
        return source.declared().presets().stream()
                .map(preset -> new ClosureChoice(
                        PRESET,
                        alone ? preset.name() : source.name() + "." + preset.name(),
                        preset.meaning(),
                        restByDefault && source.preset().equals(preset.name()) && isWhole(preset.name(), source),
                        plain.with(
                                Settings.none(),
                                Map.of(source.name(), Settings.none().withPreset(preset.name())))))
                .toList();
    }

    private static boolean isByDefault(SourceDescriptor source) {
        return isWhole("", source);
    }

    /** Returns whether nothing overrides a preset; without a name the defaults. */
    private static boolean isWhole(String preset, SourceDescriptor source) {
        Settings whole = source.declared().resolve(Settings.none().withPreset(preset));
        return source.closures().equals(whole.closures()) && source.parameters().equals(whole.parameters());
    }

    /** Returns the words of the command line that make this choice. */
    public String words() {
        return isPreset() ? "--preset " + choice : "--closure " + kind + "=" + choice;
    }

    /** Returns whether this is a whole preset, rather than a single closure. */
    public boolean isPreset() {
        return kind.equals(PRESET);
    }

    /** Returns whether it is a choice of a mechanism, rather than of the coupling. */
    public boolean isOfMechanism() {
        return !kind.equals(InForce.RECOIL);
    }
}
