package org.chiralkick.it.contract;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * A mechanism that gives fluxes per energy group: F_N = -curl v times the integral of e^(-E/100 MeV) over the group, times a factor that is
 * 1 where it is right.
 */
final class GroupMechanism implements NeutrinoSource {
    static final ZoneField ENERGY = ZoneField.NU_E_GROUP_ENERGY_DENSITY;

    private static final FluxField FLUX = FluxField.NU_E_GROUP_NUMBER_FLUX;

    private final Factor factor;

    GroupMechanism(Factor factor) {
        this.factor = factor;
    }

    /** What the integral over a group is multiplied by in a zone. */
    interface Factor {
        double of(ZoneBlock zones, int group, int zone);
    }

    @Override
    public SourceDescriptor describe() {
        return SourceDescriptor.named(RightMechanism.NAME)
                .version("1.0.0")
                .summary("a mechanism for tests")
                .citation("none; for tests only")
                .requires(ZoneField.VORTICITY)
                .uses(ENERGY, "taken as 1")
                .gives(FLUX)
                .build();
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        if (!fluxes.wants(FLUX)) {
            return;
        }
        for (int group = 0; group < zones.groups().count(); group++) {
            double integral = 100
                    * (Math.exp(-zones.groups().lowerMeV(group) / 100)
                            - Math.exp(-zones.groups().upperMeV(group) / 100));
            for (int axis = 0; axis < 3; axis++) {
                double[] curl = zones.column(ZoneField.VORTICITY, axis);
                double[] flux = fluxes.column(FLUX, axis, group);
                for (int i = zones.first(); i < zones.end(); i++) {
                    flux[i] -= integral * factor.of(zones, group, i) * curl[i];
                }
            }
        }
    }
}
