package org.chiralkick.host.internal.step;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chiralkick.host.internal.block.MissingOutputs;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.internal.source.SourceWarmUp;
import org.chiralkick.host.internal.watch.Inside;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Looks at sources before they take part: what they say about themselves, whether they can be evaluated, and whether they give what the
 * host asks for. Holds none of them.
 */
public final class Newcomers {
    private final RecoilGeometry geometry;
    private final boolean lackingIsRefused;
    private final Supplier<List<SourceDescriptor>> installed;
    private final Inside inside;
    private EnergyGroups groups = EnergyGroups.NONE;
    private long outputBits;
    private boolean objected;

    /**
     * Makes one for a coupling.
     *
     * @param geometry in which the ledger counts their recoil
     * @param lackingIsRefused whether sources that lack a bound output may not act
     * @param installed what all mechanisms that are there declare, for messages
     * @param inside knows who is asked, for the watchdog
     */
    public Newcomers(
            RecoilGeometry geometry,
            boolean lackingIsRefused,
            Supplier<List<SourceDescriptor>> installed,
            Inside inside) {
        this.geometry = geometry;
        this.lackingIsRefused = lackingIsRefused;
        this.installed = installed;
        this.inside = inside;
    }

    /** Sets the host's energy groups, with which sources are evaluated. */
    public void groups(EnergyGroups host) {
        groups = host;
    }

    /**
     * Notes the outputs that the host asked for in its latest step.
     *
     * @param bits a bit each, by their ordinals
     * @return whether there was an objection against sources that may be none any more
     */
    public boolean outputs(long bits) {
        boolean again = objected && bits != outputBits;
        outputBits = bits;
        objected &= !again;
        return again;
    }

    /** Returns whether a source can lack something, as far as the host has asked. */
    public boolean mayLack() {
        return lackingIsRefused && outputBits != 0;
    }

    /**
     * Describes sources and evaluates each for the first time.
     *
     * @param builds which build of its bundle each is, or none
     * @param check throws where what they declare does not fit to what is chosen
     * @throws CouplingException if one cannot describe itself or throws
     */
    public SourceSet describe(
            List<NeutrinoSource> sources, List<String> builds, Consumer<List<SourceDescriptor>> check) {
        List<SourceDescriptor> descriptors = describe(sources);
        check.accept(descriptors);
        for (int k = 0; k < descriptors.size(); k++) {
            inside.enter(descriptors.get(k).name());
            try {
                SourceWarmUp.run(sources.get(k), descriptors.get(k), groups);
            } finally {
                inside.leave();
            }
        }
        return new SourceSet(descriptors, builds, geometry, installed);
    }

    private List<SourceDescriptor> describe(List<NeutrinoSource> sources) {
        return sources.stream().map(this::describe).toList();
    }

    private SourceDescriptor describe(NeutrinoSource source) {
        inside.enter(source.getClass().getName());
        try {
            return source.describe();
        } catch (RuntimeException | Error e) {
            throw new CouplingException(
                    CouplingException.Kind.SOURCE, source.getClass().getName() + " cannot describe itself: " + e, e);
        } finally {
            inside.leave();
        }
    }

    /** Returns why sources may not act which somebody asks for: a sentence on the outputs that they lack, and who gives them. */
    public Optional<String> lacking(List<NeutrinoSource> sources) {
        if (!mayLack()) {
            return Optional.empty();
        }
        List<SourceDescriptor> descriptors = describe(sources);
        Set<FluxField> missing = MissingOutputs.of(descriptors, MissingOutputs.ofBits(outputBits));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(MissingOutputs.refusal(missing, descriptors, installed));
    }

    /**
     * Returns why sources that are there may not take the place of those which act.
     *
     * @param acting what those which act say; null before the first step
     * @return empty where they may, where those which act lack an output as well, or where it is not to be known
     */
    public Optional<String> objection(List<NeutrinoSource> others, @Nullable SourceSet acting) {
        if (!mayLack() || acting == null) {
            return Optional.empty();
        }
        Set<FluxField> wanted = MissingOutputs.ofBits(outputBits);
        try {
            Set<FluxField> missing = MissingOutputs.of(describe(others), wanted);
            if (missing.isEmpty()
                    || !MissingOutputs.of(acting.descriptors(), wanted).isEmpty()) {
                return Optional.empty();
            }
            objected = true;
            return Optional.of(MissingOutputs.objection(missing));
        } catch (CouplingException e) {
            return Optional.empty(); // the step that takes them up tells
        }
    }
}
