package org.chiralkick.host.internal.block;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chiralkick.host.internal.derivation.Derivation;
import org.chiralkick.host.internal.emission.EscapedNegotiation;
import org.chiralkick.host.internal.memory.Slot;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.internal.units.Dimension;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.StepRules.MissingOutput;
import org.chiralkick.host.value.Units;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;

/** Negotiates between what sources need and what a host gives: makes the plan of a block. */
final class Planner {
    private final SourceSet sources;
    private final BoundBlock block;
    private final RecoilSettings recoil;
    private final MissingOutput missingOutput;
    private final Units units;
    private final EnergyGroups groups;
    private final Set<ZoneField> read = EnumSet.noneOf(ZoneField.class);
    private final Set<ZoneField> forSources = EnumSet.noneOf(ZoneField.class);
    private final Set<Derivation> derivations = EnumSet.noneOf(Derivation.class);
    private final Set<String> missing = new LinkedHashSet<>();

    private Planner(
            SourceSet sources,
            BoundBlock block,
            RecoilSettings recoil,
            MissingOutput missingOutput,
            Units units,
            EnergyGroups groups) {
        this.sources = sources;
        this.block = block;
        this.recoil = recoil;
        this.missingOutput = missingOutput;
        this.units = units;
        this.groups = groups;
    }

    /**
     * Returns the plan of a block.
     *
     * @throws CouplingException listing every field that is missing, and what could be given instead; if the block's energy groups are not
     *     those of the coupling; if a source withholds an output, or if none gives it and that is refused
     */
    static BlockPlan plan(
            SourceSet sources,
            BoundBlock block,
            RecoilSettings recoil,
            MissingOutput missingOutput,
            Units units,
            EnergyGroups groups) {
        return new Planner(sources, block, recoil, missingOutput, units, groups).plan();
    }

    private BlockPlan plan() {
        List<SourceDescriptor> descriptors = sources.descriptors();
        refuseSurfaceBesideTransport();
        boolean perGroup = GroupNegotiation.requireGroups(block, groups);
        for (SourceDescriptor descriptor : descriptors) {
            GroupNegotiation.refuseWithheld(descriptor, block.outputs());
            findRequired(descriptor.required(), "");
        }
        settleMissingOutputs();
        RecoilForm form = descriptors.isEmpty() ? RecoilForm.NONE : form();
        boolean[] momentumSource = momentumSource();
        Set<FluxField> wanted = wanted(form, momentumSource);
        descriptors.forEach(descriptor -> findRequiredFor(descriptor, wanted));
        descriptors.forEach(descriptor -> findOptional(descriptor, wanted));
        settleEscaped(form, any(momentumSource));
        if (form != RecoilForm.NONE || any(momentumSource)) {
            readIfBound(ZoneField.POSITION, "position not given: torque not counted");
            readIfBound(ZoneField.LAPSE, "lapse not given: taken as 1");
        }
        refuseMissing();
        BlockPlan plan = new BlockPlan(
                sources,
                perGroup ? groups : EnergyGroups.NONE,
                inputs(),
                derivations.toArray(Derivation[]::new),
                fluxes(wanted),
                zeroed(),
                escaped(),
                form,
                momentumSource,
                BlockPlan.limitsStep(block.outputs()));
        plan.place(block);
        return plan;
    }

    private void settleMissingOutputs() {
        Set<FluxField> missingOutputs = MissingOutputs.of(sources.descriptors(), block.outputs());
        if (missingOutputs.isEmpty()) {
            return;
        }
        if (missingOutput == MissingOutput.REFUSE) {
            throw CouplingException.field(
                    MissingOutputs.refusal(missingOutputs, sources.descriptors(), sources::installed));
        }
        sources.assume(MissingOutputs.assumption(missingOutputs));
    }

    private void settleEscaped(RecoilForm form, boolean momentumSource) {
        // Without a source nothing can escape, and zeros are right; with a transport of its own a host errs in any
        // case.
        if (block.escaped().isEmpty() || (sources.descriptors().isEmpty() && recoil.form() != RecoilForm.TRANSPORT)) {
            return;
        }
        EscapedNegotiation.requireCounted(block.escaped(), recoil, form, momentumSource);
        if (form != RecoilForm.VOLUME) {
            need(ZoneField.VOLUME, block.inputs().contains(ZoneField.VOLUME), "for what escapes per volume");
        }
    }

    private void findRequired(Set<ZoneField> fields, String why) {
        for (ZoneField field : fields) {
            if (!find(field)) {
                missing.add(describe(field) + why);
            }
        }
    }

    /** What an output needs is not asked for where nobody wants that output: a host with groups need not have fields without. */
    private void findRequiredFor(SourceDescriptor descriptor, Set<FluxField> wanted) {
        for (Map.Entry<FluxField, Set<ZoneField>> entry :
                descriptor.requiredFor().entrySet()) {
            if (wanted.contains(entry.getKey())) {
                findRequired(entry.getValue(), " (for " + words(entry.getKey()) + ")");
            }
        }
    }

    private void findOptional(SourceDescriptor descriptor, Set<FluxField> wanted) {
        descriptor.optional().forEach((field, whereAbsent) -> {
            if (!find(field)) {
                if (!whereAbsent.isEmpty() && descriptor.misses(field, wanted, block.inputs())) {
                    sources.assume(symbol(field) + " not given: " + whereAbsent);
                }
            } else if (descriptor.discarded().containsKey(field)) {
                sources.assume(symbol(field) + " given and discarded: "
                        + descriptor.discarded().get(field));
            }
        });
    }

    private boolean find(ZoneField field) {
        forSources.add(field);
        if (block.inputs().contains(field)) {
            read.add(field);
            return true;
        }
        return Derivation.of(field, block.inputs())
                .map(way -> {
                    derivations.add(way);
                    if (!way.assumption.isEmpty()) {
                        sources.assume(way.assumption);
                    }
                    way.from.forEach(this::find);
                    return true;
                })
                .orElse(false);
    }

    private void refuseSurfaceBesideTransport() {
        if (recoil.form() == RecoilForm.TRANSPORT && block.inputs().contains(ZoneField.SURFACE_ELEMENT)) {
            throw CouplingException.field(
                    "surface element is bound in recoil form transport, where what leaves is told by"
                            + " emitted and would count twice; bind none, or choose recoil.form surface and leave emitted out");
        }
    }

    private RecoilForm form() {
        boolean surface = block.inputs().contains(ZoneField.SURFACE_ELEMENT);
        boolean volume = block.inputs().contains(ZoneField.VOLUME);
        RecoilForm form = switch (recoil.form()) {
            case AUTO ->
                surface ? RecoilForm.SURFACE : volume && recoil.hasRadius() ? RecoilForm.VOLUME : RecoilForm.NONE;
            case SURFACE, VOLUME, NONE -> recoil.form();
            case TRANSPORT -> RecoilForm.NONE;
        };
        if (form == RecoilForm.SURFACE) {
            need(ZoneField.SURFACE_ELEMENT, surface, "zero in zones off the emitting surface");
        } else if (form == RecoilForm.VOLUME) {
            need(ZoneField.VOLUME, volume, "for the recoil");
        } else if (recoil.form() == RecoilForm.AUTO) {
            sources.assume(
                    volume
                            ? "volume given without recoil.radius-cm: recoil of the fluxes not counted"
                            : "neither surface element nor volume given: recoil not counted");
        }
        return form;
    }

    private void need(ZoneField field, boolean bound, String why) {
        if (bound) {
            read.add(field);
        } else {
            missing.add(words(field) + " (" + why + ")");
        }
    }

    private boolean[] momentumSource() {
        List<SourceDescriptor> descriptors = sources.descriptors();
        boolean volume = block.inputs().contains(ZoneField.VOLUME);
        boolean[] counted = new boolean[descriptors.size()];
        for (int k = 0; k < counted.length; k++) {
            boolean gives = recoil.form() != RecoilForm.TRANSPORT
                    && descriptors.get(k).gives().contains(FluxField.NEUTRINO_MOMENTUM_SOURCE);
            counted[k] = gives && volume;
            if (counted[k]) {
                read.add(ZoneField.VOLUME);
            } else if (gives) {
                sources.assume("volume not given: momentum source of "
                        + descriptors.get(k).name() + " not counted");
            }
        }
        return counted;
    }

    private static boolean any(boolean[] flags) {
        boolean any = false;
        for (boolean flag : flags) {
            any |= flag;
        }
        return any;
    }

    private void readIfBound(ZoneField field, String whereAbsent) {
        if (block.inputs().contains(field)) {
            read.add(field);
        } else {
            sources.assume(whereAbsent);
        }
    }

    private void refuseMissing() {
        if (!missing.isEmpty()) {
            String names =
                    sources.descriptors().stream().map(SourceDescriptor::name).collect(Collectors.joining("+"));
            throw CouplingException.field(
                    "source " + names + " needs fields that are not bound: " + String.join(", ", missing));
        }
    }

    private InputColumn[] inputs() {
        List<InputColumn> columns = new ArrayList<>();
        for (ZoneField field : read) {
            double unit = Dimension.of(field).inSpiUnits(units);
            Slot[] slots = block.in(field);
            for (int k = 0; k < slots.length; k++) {
                int axis = k % field.components();
                int group = k / field.components();
                columns.add(new InputColumn(field, axis, group, slots[k], unit, forSources.contains(field)));
            }
        }
        return columns.toArray(InputColumn[]::new);
    }

    private Set<FluxField> wanted(RecoilForm form, boolean[] momentumSource) {
        Set<FluxField> wanted = EnumSet.noneOf(FluxField.class);
        wanted.addAll(block.outputs());
        if (form != RecoilForm.NONE) {
            wanted.add(FluxField.NEUTRINO_FLUX);
            wanted.add(FluxField.NEUTRINO_ENERGY_FLUX);
        }
        for (boolean counted : momentumSource) {
            if (counted) {
                wanted.add(FluxField.NEUTRINO_MOMENTUM_SOURCE);
            }
        }
        if (BlockPlan.limitsStep(block.outputs())) {
            wanted.add(FluxField.LARGEST_STABLE_RATE);
        }
        return wanted;
    }

    private FluxColumn[] fluxes(Set<FluxField> wanted) {
        List<FluxColumn> columns = new ArrayList<>();
        for (FluxField field : wanted) {
            boolean[] given = given(field);
            int width = field.perGroup() ? block.out(field).length : field.components();
            for (int k = 0; k < width; k++) {
                FluxColumn column = new FluxColumn(
                        field,
                        k % field.components(),
                        k / field.components(),
                        given,
                        block.outputs().contains(field) ? output(field, k) : null);
                if (column.givers > 0) {
                    columns.add(column);
                }
            }
        }
        return columns.toArray(FluxColumn[]::new);
    }

    private OutputColumn[] zeroed() {
        List<OutputColumn> columns = new ArrayList<>();
        for (FluxField field : block.outputs()) {
            boolean nobody = true;
            for (boolean gives : given(field)) {
                nobody &= !gives;
            }
            for (int k = 0; nobody && k < block.out(field).length; k++) {
                columns.add(output(field, k));
            }
        }
        return columns.toArray(OutputColumn[]::new);
    }

    private BlockPlan.Escaped[] escaped() {
        List<BlockPlan.Escaped> columns = new ArrayList<>();
        for (EscapedField field : block.escaped()) {
            double unit = Dimension.of(field).inSpiUnits(units);
            for (int axis = 0; axis < field.components(); axis++) {
                columns.add(new BlockPlan.Escaped(
                        EscapedNegotiation.quantity(field, axis).ordinal(),
                        new OutputColumn(block.out(field)[axis], unit)));
            }
        }
        return columns.toArray(BlockPlan.Escaped[]::new);
    }

    private boolean[] given(FluxField field) {
        boolean[] given = new boolean[sources.descriptors().size()];
        for (int k = 0; k < given.length; k++) {
            given[k] = sources.descriptors().get(k).gives().contains(field);
        }
        return given;
    }

    private OutputColumn output(FluxField field, int column) {
        return new OutputColumn(block.out(field)[column], Dimension.of(field).inSpiUnits(units));
    }

    private static String describe(ZoneField field) {
        List<Derivation> ways = Derivation.waysTo(field);
        if (ways.isEmpty()) {
            return words(field);
        }
        return words(field)
                + ways.stream()
                        .map(way -> join(way.from.stream().map(Planner::words).toList()))
                        .collect(Collectors.joining("; or ", " (or ", ")"));
    }

    private static String join(List<String> words) {
        int last = words.size() - 1;
        if (last == 0) {
            return words.get(0);
        }
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    static String words(Enum<?> field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    // Energies are known by their symbol, other fields by their name.
    private static String symbol(ZoneField field) {
        String column = field.columnName(0);
        return column.startsWith("mu_") && column.endsWith("_mev")
                ? column.substring(0, column.length() - "_mev".length())
                : words(field);
    }
}
