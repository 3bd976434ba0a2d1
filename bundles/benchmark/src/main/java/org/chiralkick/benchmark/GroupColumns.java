package org.chiralkick.benchmark;

import java.util.List;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** The zones of {@link Columns} with fluxes in energy groups, the same as in {@code groups.c}. */
final class GroupColumns {
    /** 20 of equal width from 0 to 300 MeV. */
    static final EnergyGroups GROUPS = EnergyGroups.evenly(0, 300, 20);

    /** Three columns each, in every group. */
    static final List<FluxField> FLUXES = List.of(
            FluxField.NU_E_GROUP_NUMBER_FLUX,
            FluxField.NU_E_GROUP_ENERGY_FLUX,
            FluxField.ANTI_NU_E_GROUP_NUMBER_FLUX,
            FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX,
            FluxField.NU_X_GROUP_NUMBER_FLUX,
            FluxField.NU_X_GROUP_ENERGY_FLUX);

    final Columns zones;

    /** Group after group, flux after flux, three columns each. */
    final double[][] out;

    GroupColumns(int count) {
        zones = new Columns(count);
        out = new double[GROUPS.count() * FLUXES.size() * 3][];
        for (int j = 0; j < out.length; j++) {
            out[j] = new double[count];
        }
    }

    /** Lends all columns; curl v only where the zones rotate. */
    void lend(ZoneBlock.Owner zoneOwner, FluxBlock.Owner fluxOwner, boolean rotating) {
        zoneOwner.groups(GROUPS);
        fluxOwner.groups(GROUPS);
        zoneOwner.lend(ZoneField.TEMPERATURE, 0, zones.in[0]);
        zoneOwner.lend(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, 0, zones.in[1]);
        zoneOwner.lend(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, 0, zones.in[3]);
        for (int axis = 0; axis < 3; axis++) {
            zoneOwner.lend(ZoneField.MAGNETIC_FIELD, axis, zones.in[4 + axis]);
            zoneOwner.lend(ZoneField.VORTICITY, axis, rotating ? zones.in[7 + axis] : null);
        }
        for (int group = 0; group < GROUPS.count(); group++) {
            for (int f = 0; f < FLUXES.size(); f++) {
                for (int axis = 0; axis < 3; axis++) {
                    fluxOwner.lend(FLUXES.get(f), axis, group, out[(group * FLUXES.size() + f) * 3 + axis]);
                }
            }
        }
        fluxOwner.lendFlags(new long[zones.zones]);
        zoneOwner.window(0, zones.zones);
        fluxOwner.window(0, zones.zones);
    }
}
