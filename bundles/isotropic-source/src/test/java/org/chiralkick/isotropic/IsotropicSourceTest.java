package org.chiralkick.isotropic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ZoneBlock;
import org.junit.jupiter.api.Test;

class IsotropicSourceTest {
    private static final int ZONES = 5;

    private final NeutrinoSource source = new IsotropicSource();

    @Test
    void describesItselfAsAControlThatNeedsAndGivesNothing() {
        assertEquals("isotropic", source.describe().name());
        assertTrue(source.describe().required().isEmpty(), "required fields");
        assertTrue(source.describe().optional().isEmpty(), "optional fields");
        assertTrue(source.describe().gives().isEmpty(), "given fields");
        assertEquals(source.describe(), source.describe());
    }

    @Test
    void leavesEveryBitOfEveryColumnAsTheOtherSourcesLeftIt() {
        ZoneBlock.Owner zones = new ZoneBlock.Owner();
        FluxBlock.Owner fluxes = new FluxBlock.Owner();
        EnergyGroups groups = EnergyGroups.between(0, 10, 20);
        zones.groups(groups);
        fluxes.groups(groups);
        double[] before = {1.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE};
        List<double[]> columns = new ArrayList<>();
        for (FluxField field : FluxField.values()) {
            for (int axis = 0; axis < field.components(); axis++) {
                for (int group = 0; group < (field.perGroup() ? groups.count() : 1); group++) {
                    double[] column = before.clone();
                    columns.add(column);
                    if (field.perGroup()) {
                        fluxes.lend(field, axis, group, column);
                    } else {
                        fluxes.lend(field, axis, column);
                    }
                }
            }
        }
        long[] flags = {0, 1, 2, 3, -1};
        fluxes.lendFlags(flags);
        zones.window(0, ZONES);
        fluxes.window(0, ZONES);

        source.evaluate(zones.block(), fluxes.block());

        for (double[] column : columns) {
            for (int i = 0; i < ZONES; i++) {
                assertEquals(
                        Double.doubleToRawLongBits(before[i]),
                        Double.doubleToRawLongBits(column[i]),
                        "bits of zone " + i);
            }
        }
        assertArrayEquals(new long[] {0, 1, 2, 3, -1}, flags);
    }
}
