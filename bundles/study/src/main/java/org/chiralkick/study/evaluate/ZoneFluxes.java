package org.chiralkick.study.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.BlockResult;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.View;
import org.chiralkick.host.value.NamedZones;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.ProfileScan;
import org.chiralkick.study.Session;
import org.chiralkick.table.CsvWriter;

/** The fluxes of a table of zones, and what was assumed for them. */
public final class ZoneFluxes {
    private static final List<FluxField> OF_A_CONTROL = List.of(
            FluxField.LEPTON_FLUX, FluxField.AXIAL_FLUX, FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX);

    private final List<String> header;
    private final double[][] columns;
    private final long[] flags;
    private final long flagged;
    private final NamedZones invalid;
    private final NamedZones implausible;
    private final List<String> assumptions;
    private final Map<FluxField, Set<ZoneField>> lacking;

    private ZoneFluxes(
            List<String> header,
            double[][] columns,
            long[] flags,
            BlockResult result,
            List<String> assumptions,
            Map<FluxField, Set<ZoneField>> lacking) {
        this.header = header;
        this.columns = columns;
        this.flags = flags;
        this.flagged = result.flagged();
        this.invalid = result.invalidZones();
        this.implausible = result.implausibleZones();
        this.assumptions = List.copyOf(assumptions);
        this.lacking = Collections.unmodifiableMap(lacking);
    }

    /**
     * Evaluates all zones as one predictor (weight 0), so that nothing is counted. Every output that the mechanism gives is there; those of
     * energy groups where the table has groups; not those {@link #leftOut}.
     *
     * @param config which mechanism, with which closures
     */
    public static ZoneFluxes of(Session session, CouplingConfig config, ZoneTable zones) {
        long[] flags = new long[zones.zones()];
        BlockBinding.Builder builder = BlockBinding.of(zones.zones());
        EnergyGroups groups = zones.groups();
        try (Coupling coupling = session.couple(config)) {
            if (groups.count() > 0) {
                builder.groups(groups.count());
                coupling.groups(groups);
            }
            zones.bind(builder);
            List<String> header = new ArrayList<>();
            List<double[]> columns = new ArrayList<>();
            List<FluxField> outputs = given(groups, coupling.sources());
            Map<FluxField, Set<ZoneField>> lacking = lacking(outputs, coupling.sources(), zones);
            if (lacking.size() == outputs.size()) {
                lacking.clear(); // nothing could be left out: the adapter refuses, and names all that is missing
            }
            outputs = outputs.stream()
                    .filter(field -> !lacking.containsKey(field))
                    .toList();
            for (FluxField field : outputs) {
                List<String> names = names(field, groups);
                List<double[]> its =
                        names.stream().map(name -> new double[flags.length]).toList();
                builder.out(field, its.stream().map(View::of).toArray(View[]::new));
                header.addAll(names);
                columns.addAll(its);
            }
            coupling.begin(0, 0, 1);
            BlockResult result = coupling.evaluate(builder.flags(flags).build(), 0);
            coupling.rollback();
            return new ZoneFluxes(
                    List.copyOf(header),
                    columns.toArray(double[][]::new),
                    flags,
                    result,
                    coupling.assumptions(),
                    lacking);
        }
    }

    /**
     * Returns every field that one of the sources gives, and with groups those per group that a source would give but for its closures,
     * so that the adapter refuses these with the reason. Of a control, which gives nothing, they are the fluxes that a mechanism usually gives.
     */
    private static List<FluxField> given(EnergyGroups groups, List<SourceDescriptor> sources) {
        Set<FluxField> given = EnumSet.noneOf(FluxField.class);
        for (SourceDescriptor source : sources) {
            given.addAll(source.gives());
            source.withheld().keySet().stream().filter(FluxField::perGroup).forEach(given::add);
        }
        given.removeIf(field -> field.perGroup() && groups.count() == 0);
        return given.isEmpty() ? OF_A_CONTROL : List.copyOf(given);
    }

    /** Returns, with its output, what a source needs for that output alone and the table does not have. */
    private static Map<FluxField, Set<ZoneField>> lacking(
            List<FluxField> outputs, List<SourceDescriptor> sources, ZoneTable zones) {
        Map<FluxField, Set<ZoneField>> lacking = new EnumMap<>(FluxField.class);
        for (SourceDescriptor source : sources) {
            for (FluxField output : outputs) {
                Set<ZoneField> fields = EnumSet.noneOf(ZoneField.class);
                fields.addAll(source.requiredFor().getOrDefault(output, Set.of()));
                fields.removeAll(zones.fields());
                if (!fields.isEmpty()) {
                    lacking.computeIfAbsent(output, any -> EnumSet.noneOf(ZoneField.class))
                            .addAll(fields);
                }
            }
        }
        return lacking;
    }

    private static List<String> names(FluxField field, EnergyGroups groups) {
        List<String> names = new ArrayList<>();
        for (int group = 0; group < (field.perGroup() ? groups.count() : 1); group++) {
            for (int axis = 0; axis < field.components(); axis++) {
                names.add(field.columnName(axis, group));
            }
        }
        return names;
    }

    /** Returns the names of the columns, with their units. */
    public List<String> header() {
        return header;
    }

    /** Returns the number of zones. */
    public int zones() {
        return flags.length;
    }

    /** Returns the number of zones that carry a flag. */
    public long flagged() {
        return flagged;
    }

    /** Returns the zones whose input or result is not valid, by what is wrong with them, and the first. */
    public NamedZones invalid() {
        return invalid;
    }

    /** Returns the zones with a number that is too large for any star, by what is, and the first with its likely unit. */
    public NamedZones implausible() {
        return implausible;
    }

    /** Returns what the adapter and the mechanism assumed, a sentence each. */
    public List<String> assumptions() {
        return assumptions;
    }

    /** Returns the outputs that were left out, each with the fields that it needs and the table does not have; other outputs need them not. */
    public Map<FluxField, Set<ZoneField>> leftOut() {
        return lacking;
    }

    /**
     * Returns a copy of a column, a value per zone.
     *
     * @param name one of {@link #header}, with its unit
     * @throws IllegalArgumentException if there is no such column
     */
    public double[] column(String name) {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no column '" + name + "'; must be one of " + header);
        }
        return Arrays.copyOf(columns[index], columns[index].length);
    }

    /** Returns the validity flags of a zone, as {@link org.chiralkick.source.ValidityFlag} names their bits. */
    public long flags(int zone) {
        return flags[zone];
    }

    /** Writes a row per zone. */
    public void write(CsvWriter csv) throws IOException {
        List<String> all = new ArrayList<>(header);
        all.add("flags");
        csv.header(all);
        for (int zone = 0; zone < flags.length; zone++) {
            for (double[] column : columns) {
                csv.put(column[zone]);
            }
            csv.put(ProfileScan.labels(flags[zone])).endRow();
        }
    }
}
