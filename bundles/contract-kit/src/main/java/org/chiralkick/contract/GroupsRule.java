package org.chiralkick.contract;

import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;

/** R14: it takes the energy groups as they are in the call; a group is its own, and groups add up. */
final class GroupsRule extends NumberedRule {
    private static final int ZONES = 61;
    private static final long SEED = 14;
    /** Two ways to sum the same integrals; relative to the largest flux of the zone in any group. */
    private static final double ROUNDING = 1e-9;

    /** Each group of {@link ProbeStates#GROUPS} in two. */
    private static final EnergyGroups HALVES = EnergyGroups.between(0, 3, 20, 21.5, 150, 700, Double.POSITIVE_INFINITY);

    GroupsRule() {
        super(14, "takes energy groups as they come");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        ZoneColumns zones = ProbeStates.broad(ZONES, SEED);
        FluxColumns reference = Call.on(zones).when("with 3 groups").evaluate(source);
        requireRestTheSame(source, reference);
        Set<FluxField> given = EnumSet.noneOf(FluxField.class);
        given.addAll(descriptor.gives());
        given.removeIf(field -> !field.perGroup());
        if (given.isEmpty()) {
            return "gives nothing per group; what it gives is the same with 0, 1, 3 and 7 groups";
        }
        requireApart(source, zones, given, reference);
        FluxColumns inHalves = Call.on(halved(zones)).when("with 6 groups").evaluate(source);
        for (FluxField field : given) {
            requireSums(field, reference, inHalves);
        }
        Comparison.requireSame(Call.on(zones).evaluate(source), reference, "with 3 groups again, after others");
        return "groups add up and do not mix; the rest is the same with 0, 1, 3 and 7 groups";
    }

    private static void requireRestTheSame(NeutrinoSource source, FluxColumns reference) {
        Set<FluxField> rest = EnumSet.allOf(FluxField.class);
        rest.removeIf(FluxField::perGroup);
        for (EnergyGroups groups : new EnergyGroups[] {
            EnergyGroups.NONE, EnergyGroups.between(0, Double.POSITIVE_INFINITY), EnergyGroups.evenly(5, 200, 7)
        }) {
            String circumstances = "with " + groups;
            FluxColumns fluxes = Call.on(ProbeStates.broad(ZONES, SEED, groups))
                    .giving(fields(groups))
                    .wanting(groups.count() == 0 ? rest : EnumSet.allOf(FluxField.class))
                    .when(circumstances)
                    .evaluate(source);
            Comparison.requireSame(fluxes, reference, rest, circumstances);
        }
    }

    private static Set<ZoneField> fields(EnergyGroups groups) {
        Set<ZoneField> fields = EnumSet.allOf(ZoneField.class);
        fields.removeIf(field -> field.perGroup() && groups.count() == 0);
        return fields;
    }

    /** Returns the zones with every group in two of the same opacities, with three and seven tenths of its energy. */
    private static ZoneColumns halved(ZoneColumns zones) {
        ZoneColumns halves = ProbeStates.broad(ZONES, SEED, HALVES);
        for (ZoneField field : ZoneField.values()) {
            boolean opacity = field.columnName(0).endsWith("_per_cm");
            for (int group = 0; field.perGroup() && group < zones.width(field); group++) {
                for (int zone = 0; zone < ZONES; zone++) {
                    double whole = zones.column(field, group)[zone];
                    halves.column(field, 2 * group)[zone] = opacity ? whole : 0.3 * whole;
                    halves.column(field, 2 * group + 1)[zone] = opacity ? whole : 0.7 * whole;
                }
            }
        }
        return halves;
    }

    private static void requireSums(FluxField field, FluxColumns whole, FluxColumns halves) {
        for (int zone = 0; zone < ZONES; zone++) {
            double tolerance = ROUNDING * largest(whole, field, zone);
            for (int column = 0; column < whole.width(field); column++) {
                int first = column / 3 * 6 + column % 3;
                double sum = halves.column(field, first)[zone] + halves.column(field, first + 3)[zone];
                double value = whole.column(field, column)[zone];
                if (!(Math.abs(sum - value) <= tolerance) && Double.isFinite(tolerance)) {
                    throw new Violation(FluxColumns.name(field, column) + " of zone " + zone + " is " + value
                            + " in one group and " + sum + " in two that make it up; must be the same");
                }
            }
        }
    }

    private static double largest(FluxColumns fluxes, FluxField field, int zone) {
        double largest = 0;
        for (int column = 0; column < fluxes.width(field); column++) {
            largest = Math.max(largest, Math.abs(fluxes.column(field, column)[zone]));
        }
        return largest;
    }

    /** What a group holds changes nothing in another: the last group is evaluated with other contents and with another lower edge. */
    private static void requireApart(
            NeutrinoSource source, ZoneColumns zones, Set<FluxField> given, FluxColumns reference) {
        ZoneColumns others = zones.copy();
        for (ZoneField field : ZoneField.values()) {
            for (int zone = 0; field.perGroup() && zone < ZONES; zone++) {
                others.column(field, zones.width(field) - 1)[zone] *= 3;
            }
        }
        requireFirstGroupSame(
                Call.on(others).evaluate(source), reference, given, "where the last group holds three times as much");
        ZoneColumns two = new ZoneColumns(ZONES, EnergyGroups.between(0, 20, 33));
        for (ZoneField field : ZoneField.values()) {
            for (int column = 0; column < two.width(field); column++) {
                System.arraycopy(zones.column(field, column), 0, two.column(field, column), 0, ZONES);
            }
        }
        requireFirstGroupSame(Call.on(two).evaluate(source), reference, given, "where other groups follow it");
    }

    private static void requireFirstGroupSame(
            FluxColumns actual, FluxColumns expected, Set<FluxField> given, String circumstances) {
        for (FluxField field : given) {
            for (int axis = 0; axis < 3; axis++) {
                for (int zone = 0; zone < ZONES; zone++) {
                    double value = actual.column(field, axis)[zone];
                    double reference = expected.column(field, axis)[zone];
                    if (Double.doubleToLongBits(value) != Double.doubleToLongBits(reference)) {
                        throw new Violation(FluxColumns.name(field, axis) + " of zone " + zone + " is " + value + " "
                                + circumstances + "; must be " + reference + ", bit for bit");
                    }
                }
            }
        }
    }
}
