package org.chiralkick.host.internal.source;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * Evaluates a new source on a few zones before it takes part in a step, so that all its classes are loaded while its bundle is
 * surely there: a bundle that is uninstalled in the middle of a step can no longer load any.
 */
public final class SourceWarmUp {
    private static final int ZONES = 4;

    private SourceWarmUp() {}

    /**
     * Evaluates the source with all and with only its required fields.
     *
     * @param groups the host's energy groups; without any nothing that is per group is asked for
     * @throws CouplingException if the source throws
     */
    public static void run(NeutrinoSource source, SourceDescriptor descriptor, EnergyGroups groups) {
        if (groups.count() == 0 && descriptor.required().stream().anyMatch(ZoneField::perGroup)) {
            return; // such a host cannot have it evaluated at all
        }
        try {
            evaluate(source, descriptor, groups, true);
            evaluate(source, descriptor, groups, false);
        } catch (RuntimeException | Error e) {
            throw new CouplingException(
                    CouplingException.Kind.SOURCE,
                    "source " + descriptor.name() + " failed its first evaluation, on zones of ordinary matter: " + e,
                    e);
        }
    }

    private static void evaluate(
            NeutrinoSource source, SourceDescriptor descriptor, EnergyGroups groups, boolean optional) {
        ZoneBlock.Owner zones = new ZoneBlock.Owner();
        zones.groups(groups);
        Set<FluxField> wanted = EnumSet.noneOf(FluxField.class);
        wanted.addAll(descriptor.gives());
        wanted.removeIf(field -> field.perGroup() && groups.count() == 0);
        descriptor.required(wanted).forEach(field -> lend(zones, field, groups));
        if (optional) {
            descriptor.optional().keySet().forEach(field -> lend(zones, field, groups));
        }
        FluxBlock.Owner fluxes = new FluxBlock.Owner();
        fluxes.groups(groups);
        wanted.forEach(field -> lend(fluxes, field, groups));
        fluxes.lendFlags(new long[ZONES]);
        zones.window(0, ZONES);
        fluxes.window(0, ZONES);
        source.evaluate(zones.block(), fluxes.block());
    }

    private static void lend(FluxBlock.Owner fluxes, FluxField field, EnergyGroups groups) {
        for (int axis = 0; axis < field.components(); axis++) {
            for (int group = 0; field.perGroup() && group < groups.count(); group++) {
                fluxes.lend(field, axis, group, new double[ZONES]);
            }
            if (!field.perGroup()) {
                fluxes.lend(field, axis, new double[ZONES]);
            }
        }
    }

    private static void lend(ZoneBlock.Owner zones, ZoneField field, EnergyGroups groups) {
        for (int axis = 0; axis < field.components(); axis++) {
            double[] column = new double[ZONES];
            Arrays.fill(column, ordinaryMatter(field));
            for (int group = 0; field.perGroup() && group < groups.count(); group++) {
                zones.lend(field, axis, group, column);
            }
            if (!field.perGroup()) {
                zones.lend(field, axis, column);
            }
        }
    }

    // A zone some 10 km from the centre of a star 100 ms old; the values only have to be possible ones.
    private static double ordinaryMatter(ZoneField field) {
        return switch (field) {
            case TEMPERATURE -> 10;
            case ELECTRON_CHEMICAL_POTENTIAL -> 130;
            case NEUTRINO_CHEMICAL_POTENTIAL -> 70;
            case AXIAL_CHEMICAL_POTENTIAL -> 1;
            case DENSITY -> 1e14;
            case ELECTRON_FRACTION, NEUTRINO_FRACTION -> 0.05;
            case PROTON_CHEMICAL_POTENTIAL -> 900;
            case NEUTRON_CHEMICAL_POTENTIAL -> 960;
            case UP_QUARK_CHEMICAL_POTENTIAL, DOWN_QUARK_CHEMICAL_POTENTIAL -> 300;
            case MAGNETIC_FIELD -> 1e12;
            case VORTICITY -> 1e3;
            case VELOCITY -> 1e8;
            case POSITION, GRADIENT_LENGTH -> 1e6;
            case VOLUME -> 1e15;
            case SURFACE_ELEMENT -> 1e10;
            case MEAN_FREE_PATH -> 1e3;
            case NEUTRINO_ENERGY_DENSITY,
                    ANTINEUTRINO_ENERGY_DENSITY,
                    NU_E_GROUP_ENERGY_DENSITY,
                    ANTI_NU_E_GROUP_ENERGY_DENSITY,
                    NU_X_GROUP_ENERGY_DENSITY -> 1e31;
            case SCATTERING_OPACITY,
                    ABSORPTION_OPACITY,
                    ANTINEUTRINO_SCATTERING_OPACITY,
                    ANTINEUTRINO_ABSORPTION_OPACITY,
                    NU_E_GROUP_ABSORPTION_OPACITY,
                    ANTI_NU_E_GROUP_ABSORPTION_OPACITY,
                    NU_X_GROUP_ABSORPTION_OPACITY,
                    NU_E_GROUP_SCATTERING_OPACITY,
                    ANTI_NU_E_GROUP_SCATTERING_OPACITY,
                    NU_X_GROUP_SCATTERING_OPACITY -> 1e-3;
            case ELECTRIC_FIELD -> 1e3;
            case MAGNETIC_FIELD_CURL -> 1e6;
            case MAGNETIC_DIFFUSIVITY, LAPSE -> 1;
        };
    }
}
