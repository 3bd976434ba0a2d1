package org.chiralkick.contract;

import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** R12: it keeps no column, starts no thread, prints nothing, and allocates nothing once it is warm. */
final class FrugalityRule extends NumberedRule {
    private static final int ZONES = 64;
    private static final int COLLECTIONS = 20;

    FrugalityRule() {
        super(12, "keeps, starts, prints and allocates nothing");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        requireNoThreadAndNoPrint(source);
        requireNothingKept(source);
        String allocation = AllocationMeter.requireNone(source, ProbeStates.broad(ZONES, 12));
        return "no column kept, no thread started, nothing printed; " + allocation;
    }

    @SuppressWarnings("ThreadLocalUsage") // it counts for this examination only, and is removed at its end
    private static void requireNoThreadAndNoPrint(NeutrinoSource source) {
        ThreadBirths births = new ThreadBirths();
        PrintWatch out = new PrintWatch(System.out);
        PrintWatch err = new PrintWatch(System.err);
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        births.watch();
        System.setOut(out);
        System.setErr(err);
        try {
            for (int call = 0; call < 3; call++) {
                Call.on(ProbeStates.broad(ZONES, 120 + call)).evaluate(source);
            }
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
            births.end();
        }
        if (births.count() > 0) {
            throw new Violation("evaluate created " + births.count() + " thread(s) in 3 calls; must start none");
        }
        if (out.bytes() + err.bytes() > 0) {
            throw new Violation("evaluate printed " + (out.bytes() + err.bytes())
                    + " bytes to the standard streams in 3 calls; must print nothing");
        }
    }

    /** After the call nobody but the mechanism could still hold the columns. */
    private static void requireNothingKept(NeutrinoSource source) {
        WeakReference<double[]> control = new WeakReference<>(new double[ZONES]);
        List<Lent> lent = lendOnce(source);
        for (int i = 0; i < COLLECTIONS && !(cleared(control) && lent.stream().allMatch(l -> cleared(l.column))); i++) {
            System.gc();
        }
        if (!cleared(control)) {
            return; // this JVM does not collect on request; nothing can be said
        }
        for (Lent column : lent) {
            if (!cleared(column.column)) {
                throw new Violation("column " + column.name + " is still reachable after the call; must not be kept,"
                        + " nor the block that lent it");
            }
        }
    }

    private static boolean cleared(WeakReference<double[]> reference) {
        return reference.refersTo(null);
    }

    private static List<Lent> lendOnce(NeutrinoSource source) {
        ZoneColumns zones = ProbeStates.broad(ZONES, 12);
        FluxColumns fluxes = new FluxColumns(ZONES);
        ZoneBlock.Owner zoneOwner = new ZoneBlock.Owner();
        zones.lend(zoneOwner, EnumSet.allOf(ZoneField.class));
        zoneOwner.window(0, ZONES);
        FluxBlock.Owner fluxOwner = new FluxBlock.Owner();
        fluxes.lend(fluxOwner, EnumSet.allOf(FluxField.class));
        fluxOwner.window(0, ZONES);
        source.evaluate(zoneOwner.block(), fluxOwner.block());
        List<Lent> lent = new ArrayList<>();
        for (ZoneField field : ZoneField.values()) {
            for (int axis = 0; axis < zones.width(field); axis++) {
                lent.add(new Lent(ZoneColumns.name(field, axis), new WeakReference<>(zones.column(field, axis))));
            }
        }
        for (FluxField field : FluxField.values()) {
            for (int axis = 0; axis < fluxes.width(field); axis++) {
                lent.add(new Lent(FluxColumns.name(field, axis), new WeakReference<>(fluxes.column(field, axis))));
            }
        }
        return lent;
    }

    private record Lent(String name, WeakReference<double[]> column) {}
}
