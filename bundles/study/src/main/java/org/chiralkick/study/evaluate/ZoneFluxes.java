package org.chiralkick.study.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.BlockResult;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.View;
import org.chiralkick.source.FluxField;
import org.chiralkick.star.ProfileScan;
import org.chiralkick.study.Session;
import org.chiralkick.table.CsvWriter;

/** The fluxes of a table of zones, and what was assumed for them. */
public final class ZoneFluxes {
    private static final List<FluxField> OUTPUTS = List.of(
            FluxField.LEPTON_FLUX, FluxField.AXIAL_FLUX, FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX);

    private final double[][] columns;
    private final long[] flags;
    private final long flagged;
    private final List<String> assumptions;

    private ZoneFluxes(double[][] columns, long[] flags, long flagged, List<String> assumptions) {
        this.columns = columns;
        this.flags = flags;
        this.flagged = flagged;
        this.assumptions = List.copyOf(assumptions);
    }

    /**
     * Evaluates all zones as one predictor (weight 0), so that nothing is counted.
     *
     * @param config which mechanism, with which closures
     */
    public static ZoneFluxes of(Session session, CouplingConfig config, ZoneTable zones) {
        double[][] columns = new double[header().size()][zones.zones()];
        long[] flags = new long[zones.zones()];
        BlockBinding.Builder builder = BlockBinding.of(zones.zones());
        zones.bind(builder);
        int next = 0;
        for (FluxField field : OUTPUTS) {
            View[] views = new View[field.components()];
            for (int axis = 0; axis < views.length; axis++) {
                views[axis] = View.of(columns[next++]);
            }
            builder.out(field, views);
        }
        try (Coupling coupling = session.couple(config)) {
            coupling.begin(0, 0, 1);
            BlockResult result = coupling.evaluate(builder.flags(flags).build(), 0);
            coupling.rollback();
            return new ZoneFluxes(columns, flags, result.flagged(), coupling.assumptions());
        }
    }

    /** Returns the names of the columns, with their units. */
    public static List<String> header() {
        List<String> header = new ArrayList<>();
        for (FluxField field : OUTPUTS) {
            for (int axis = 0; axis < field.components(); axis++) {
                header.add(field.columnName(axis));
            }
        }
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

    /** Returns what the adapter and the mechanism assumed, a sentence each. */
    public List<String> assumptions() {
        return assumptions;
    }

    /**
     * Returns a copy of a column, a value per zone.
     *
     * @param name one of {@link #header}, with its unit
     * @throws IllegalArgumentException if there is no such column
     */
    public double[] column(String name) {
        int index = header().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no column '" + name + "'; must be one of " + header());
        }
        return Arrays.copyOf(columns[index], columns[index].length);
    }

    /** Returns the validity flags of a zone, as {@link org.chiralkick.source.ValidityFlag} names their bits. */
    public long flags(int zone) {
        return flags[zone];
    }

    /** Writes a row per zone. */
    public void write(CsvWriter csv) throws IOException {
        List<String> header = new ArrayList<>(header());
        header.add("flags");
        csv.header(header);
        for (int zone = 0; zone < flags.length; zone++) {
            for (double[] column : columns) {
                csv.put(column[zone]);
            }
            csv.put(ProfileScan.labels(flags[zone])).endRow();
        }
    }
}
