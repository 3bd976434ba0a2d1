package org.chiralkick.it.moments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.StepResult;
import org.chiralkick.matter.PhysicalConstants;

/**
 * Neutrinos of all species and groups and the matter at rest that holds them, in a periodic box along z. Of each group it evolves energy, whose
 * flux pushes matter, and number, which carries the leptons; energy relaxes to the energy flux A, number to the number flux A.
 */
final class MomentBox {
    private static final double C = PhysicalConstants.C_CM_PER_S;

    private final Medium medium;
    private final Coupling coupling;
    private final AnomalousFluxes anomalous;
    private final List<Group> groups = new ArrayList<>();
    /** What matter has taken up: momentum [g cm^-2 s^-1] by axis and zone, energy [erg cm^-3], leptons [cm^-3]. */
    final double[][] momentum;

    private final double[] heat;
    private final double[] leptons;
    private long steps;
    private double time;

    /** The moments of one species in one group. */
    private record Group(Species species, int number, BoxMoments energy, BoxMoments particles) {}

    /**
     * Fills a box with neutrinos in equilibrium, without flux.
     *
     * @param medium a point per zone
     * @param width of a zone [cm]
     */
    MomentBox(Medium medium, double width, Coupling coupling) {
        this.medium = medium;
        this.coupling = coupling;
        this.anomalous = new AnomalousFluxes(coupling, medium);
        this.momentum = new double[3][medium.points];
        this.heat = new double[medium.points];
        this.leptons = new double[medium.points];
        for (Species species : Species.values()) {
            for (int g = 0; g < medium.groups.count(); g++) {
                Group group = new Group(
                        species, g, new BoxMoments(medium.points, width), new BoxMoments(medium.points, width));
                for (int zone = 0; zone < medium.points; zone++) {
                    group.energy.density[zone] = medium.equilibriumEnergy(species, zone, g);
                    group.particles.density[zone] = medium.equilibriumNumber(species, zone, g);
                }
                groups.add(group);
            }
        }
    }

    /** Does a step of at most width/c; returns what the coupling says of it. */
    StepResult step(double dt) {
        coupling.begin(steps, time, dt);
        for (Group group : groups) {
            for (int zone = 0; zone < medium.points; zone++) {
                anomalous.energyDensity(group.species, zone, group.number, group.energy.density[zone]);
            }
        }
        anomalous.evaluate();
        for (Group group : groups) {
            group.energy.transport(dt);
            group.particles.transport(dt);
            for (int zone = 0; zone < medium.points; zone++) {
                exchange(group, zone, dt);
            }
        }
        time += dt;
        steps++;
        return coupling.commit();
    }

    private void exchange(Group group, int zone, double dt) {
        Species species = group.species;
        int g = group.number;
        double absorption = medium.absorption(species)[zone * medium.groups.count() + g];
        double opacity = medium.opacity(species, zone, g);
        heat[zone] += group.energy.absorb(zone, dt, absorption, medium.equilibriumEnergy(species, zone, g));
        leptons[zone] += species.leptonNumber
                * group.particles.absorb(zone, dt, absorption, medium.equilibriumNumber(species, zone, g));
        for (int axis = 0; axis < 3; axis++) {
            double taken = group.energy.relax(axis, zone, dt, opacity, anomalous.energy(species, axis, zone, g));
            momentum[axis][zone] += taken / (C * C);
            group.particles.relax(axis, zone, dt, opacity, anomalous.number(species, axis, zone, g));
        }
    }

    AnomalousFluxes anomalous() {
        return anomalous;
    }

    double time() {
        return time;
    }

    /** Returns the energy moments of a species and group. */
    BoxMoments energy(Species species, int group) {
        return find(species, group).energy;
    }

    /** Returns the number moments of a species and group. */
    BoxMoments particles(Species species, int group) {
        return find(species, group).particles;
    }

    private Group find(Species species, int group) {
        return groups.get(species.ordinal() * medium.groups.count() + group);
    }

    /** Returns the momentum of matter and neutrinos along an axis [g cm^-2 s^-1], summed over zones. */
    double momentumOfAll(int axis) {
        return matterMomentum(axis)
                + groups.stream()
                                .mapToDouble(group ->
                                        Arrays.stream(group.energy.flux[axis]).sum())
                                .sum()
                        / (C * C);
    }

    /** Returns the momentum of matter along an axis [g cm^-2 s^-1], summed over zones. */
    double matterMomentum(int axis) {
        return Arrays.stream(momentum[axis]).sum();
    }

    /** Returns the energy of neutrinos and what matter has gained [erg cm^-3], summed over zones. */
    double energyOfAll() {
        return matterEnergy()
                + groups.stream()
                        .mapToDouble(
                                group -> Arrays.stream(group.energy.density).sum())
                        .sum();
    }

    /** Returns the energy that matter has gained [erg cm^-3], summed over zones. */
    double matterEnergy() {
        return Arrays.stream(heat).sum();
    }

    /** Returns the leptons of neutrinos and what matter has gained [cm^-3], summed over zones. */
    double leptonsOfAll() {
        return matterLeptons()
                + groups.stream()
                        .mapToDouble(group -> group.species.leptonNumber
                                * Arrays.stream(group.particles.density).sum())
                        .sum();
    }

    /** Returns the leptons that matter has gained [cm^-3], summed over zones. */
    double matterLeptons() {
        return Arrays.stream(leptons).sum();
    }
}
