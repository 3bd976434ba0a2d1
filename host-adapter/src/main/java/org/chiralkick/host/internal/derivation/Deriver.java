package org.chiralkick.host.internal.derivation;

import static org.chiralkick.source.ZoneField.DENSITY;
import static org.chiralkick.source.ZoneField.ELECTRON_CHEMICAL_POTENTIAL;
import static org.chiralkick.source.ZoneField.ELECTRON_FRACTION;
import static org.chiralkick.source.ZoneField.NEUTRINO_CHEMICAL_POTENTIAL;
import static org.chiralkick.source.ZoneField.NEUTRINO_FRACTION;
import static org.chiralkick.source.ZoneField.NEUTRON_CHEMICAL_POTENTIAL;
import static org.chiralkick.source.ZoneField.PROTON_CHEMICAL_POTENTIAL;
import static org.chiralkick.source.ZoneField.TEMPERATURE;

import java.util.List;
import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.NeutrinoMeanFreePath;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** Fills in derived columns, in valid zones; others get 0. */
public final class Deriver {
    private static final double[] NONE = {};

    private Deriver() {}

    public static void derive(Derivation way, ZoneBlock zones, double[] check, double[] scratch) {
        double[] into = zones.column(way.field);
        switch (way) {
            case ELECTRON_FROM_FRACTION -> electron(zones, into, check, scratch);
            case NEUTRINO_FROM_FRACTION -> neutrino(zones, into, check, scratch);
            case NEUTRINO_FROM_EQUILIBRIUM -> equilibrium(zones, into);
            case MEAN_FREE_PATH_FROM_OPACITIES, MEAN_FREE_PATH_FROM_ABSORPTION, MEAN_FREE_PATH_FROM_SCATTERING ->
                meanFreePath(way.from, zones, into, check);
            case MEAN_FREE_PATH_FROM_MATTER -> meanFreePath(zones, into, check);
        }
    }

    private static void electron(ZoneBlock zones, double[] into, double[] check, double[] scratch) {
        double[] density = zones.column(DENSITY);
        double[] fraction = zones.column(ELECTRON_FRACTION);
        double[] temperature = zones.column(TEMPERATURE);
        if (ZoneCheck.allValid(check, zones.first(), zones.end())) {
            LeptonPotentials.electrons(density, fraction, temperature, scratch, into, zones.first(), zones.end());
            return;
        }
        for (int zone = zones.first(); zone < zones.end(); zone++) {
            into[zone] =
                    check[zone] == 0 ? LeptonPotentials.electron(density[zone], fraction[zone], temperature[zone]) : 0;
        }
    }

    private static void neutrino(ZoneBlock zones, double[] into, double[] check, double[] scratch) {
        double[] density = zones.column(DENSITY);
        double[] fraction = zones.column(NEUTRINO_FRACTION);
        double[] temperature = zones.column(TEMPERATURE);
        if (ZoneCheck.allValid(check, zones.first(), zones.end())) {
            LeptonPotentials.neutrinos(density, fraction, temperature, scratch, into, zones.first(), zones.end());
        } else {
            for (int zone = zones.first(); zone < zones.end(); zone++) {
                into[zone] = check[zone] == 0
                        ? LeptonPotentials.neutrino(density[zone], fraction[zone], temperature[zone])
                        : 0;
            }
        }
    }

    /** Raises the flags that go with a derived column. */
    public static void flag(Derivation way, ZoneBlock zones, long[] flags) {
        if (way != Derivation.NEUTRINO_FROM_FRACTION) {
            return;
        }
        double[] density = zones.column(DENSITY);
        long decoupled = ValidityFlag.NEUTRINOS_DECOUPLED.bit();
        for (int zone = zones.first(); zone < zones.end(); zone++) {
            flags[zone] |= density[zone] < PhysicalConstants.DECOUPLING_DENSITY_G_PER_CM3 ? decoupled : 0;
        }
    }

    private static void equilibrium(ZoneBlock zones, double[] into) {
        double[] electron = zones.column(ELECTRON_CHEMICAL_POTENTIAL);
        double[] proton = zones.column(PROTON_CHEMICAL_POTENTIAL);
        double[] neutron = zones.column(NEUTRON_CHEMICAL_POTENTIAL);
        for (int zone = zones.first(); zone < zones.end(); zone++) {
            into[zone] = electron[zone] + proton[zone] - neutron[zone];
        }
    }

    // Where nothing stops a neutrino the path is the longest number, as below.
    private static void meanFreePath(List<ZoneField> opacities, ZoneBlock zones, double[] into, double[] check) {
        double[] one = zones.column(opacities.get(0));
        double[] other = opacities.size() > 1 ? zones.column(opacities.get(1)) : NONE;
        for (int zone = zones.first(); zone < zones.end(); zone++) {
            double perCm = one[zone] + (other.length > 0 ? other[zone] : 0);
            into[zone] = check[zone] != 0 ? 0 : perCm > 0 ? Math.min(1 / perCm, Double.MAX_VALUE) : Double.MAX_VALUE;
        }
    }

    private static void meanFreePath(ZoneBlock zones, double[] into, double[] check) {
        double[] density = zones.column(DENSITY);
        double[] fraction = zones.column(ELECTRON_FRACTION);
        double[] temperature = zones.column(TEMPERATURE);
        double[] electron = zones.column(ELECTRON_CHEMICAL_POTENTIAL);
        double[] neutrino = zones.column(NEUTRINO_CHEMICAL_POTENTIAL);
        for (int zone = zones.first(); zone < zones.end(); zone++) {
            into[zone] = check[zone] == 0
                    ? meanFreePath(density[zone], fraction[zone], temperature[zone], electron[zone], neutrino[zone])
                    : 0;
        }
    }

    // Where nothing stops a neutrino the path is infinite, which no source has to expect.
    private static double meanFreePath(
            double density, double fraction, double temperature, double electron, double neutrino) {
        double energy = NeutrinoMeanFreePath.typicalEnergyMeV(neutrino, temperature);
        double path =
                NeutrinoMeanFreePath.electronNeutrinoCm(energy, density, fraction, temperature, electron, neutrino, 1);
        return Math.min(path, Double.MAX_VALUE);
    }
}
