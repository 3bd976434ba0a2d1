package org.chiralkick.it.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.StepResult;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.EnergyGroups;

/**
 * Neutrinos of all species and groups in a star at rest that is a sphere but for its field: the harmonics l = 0 and l = 1 along z. A comes from
 * the coupling at some angles of each radius and is projected on the harmonics.
 */
final class MomentStar {
    /** Cosines of the angles and weights of Gauss and Legendre, exact for a field of few harmonics. */
    private static final double[] COSINE = {-Math.sqrt(0.6), 0, Math.sqrt(0.6)};

    private static final double[] WEIGHT = {5.0 / 9, 8.0 / 9, 5.0 / 9};
    private static final int ANGLES = COSINE.length;

    private final StarGrid grid;
    private final Medium medium;
    private final Coupling coupling;
    private final AnomalousFluxes anomalous;
    private final List<Group> groups = new ArrayList<>();
    private long steps;
    private double time;

    /** One density and its flux, as a sum of two harmonics. */
    private record Pair(StarMoments sphere, StarMoments dipole) {
        static Pair of(StarGrid grid) {
            return new Pair(new StarMoments(grid, false), new StarMoments(grid, true));
        }
    }

    /** The moments of one species in one group. */
    private record Group(Species species, int number, Pair energy, Pair particles) {}

    /** A component of A, or E_eq, at a point of the medium. */
    private interface AtPoint {
        double of(int at);
    }

    /** A component of A of one group at a point of the medium. */
    private interface Components {
        double of(int axis, int at);
    }

    /** Fills a point of the star's medium. */
    interface Filler {
        void fill(Medium medium, int at, double radius, double cosine);
    }

    /** Makes a star of this matter, without neutrinos. */
    MomentStar(StarGrid grid, EnergyGroups energyGroups, Coupling coupling, Filler matter) {
        this.grid = grid;
        this.medium = new Medium(ANGLES * grid.points(), energyGroups);
        this.coupling = coupling;
        for (int at = 0; at < medium.points; at++) {
            matter.fill(medium, at, grid.radius(at / ANGLES), COSINE[at % ANGLES]);
        }
        this.anomalous = new AnomalousFluxes(coupling, medium);
        for (Species species : Species.values()) {
            for (int g = 0; g < energyGroups.count(); g++) {
                groups.add(new Group(species, g, Pair.of(grid), Pair.of(grid)));
            }
        }
    }

    /** Fills the star with neutrinos in equilibrium. */
    void equilibrate() {
        for (Group group : groups) {
            for (int middle = 1; middle < grid.surface(); middle += 2) {
                int at = ANGLES * middle;
                group.energy.sphere.density(middle, medium.equilibriumEnergy(group.species, at, group.number));
                group.particles.sphere.density(middle, medium.equilibriumNumber(group.species, at, group.number));
            }
        }
    }

    /** Does a step of any length; returns what the coupling says of it. */
    StepResult step(double dt) {
        coupling.begin(steps, time, dt);
        for (Group group : groups) {
            for (int at = 0; at < medium.points; at++) {
                double density = group.energy.sphere.density(at / ANGLES)
                        + group.energy.dipole.density(at / ANGLES) * COSINE[at % ANGLES];
                anomalous.energyDensity(group.species, at, group.number, density);
            }
        }
        anomalous.evaluate();
        for (Group group : groups) {
            Species species = group.species;
            int g = group.number;
            step(
                    dt,
                    group,
                    group.energy,
                    (axis, at) -> anomalous.energy(species, axis, at, g),
                    at -> medium.equilibriumEnergy(species, at, g));
            step(
                    dt,
                    group,
                    group.particles,
                    (axis, at) -> anomalous.number(species, axis, at, g),
                    at -> medium.equilibriumNumber(species, at, g));
        }
        if (coupling.config().recoil().form() == RecoilForm.TRANSPORT) {
            double momentum = sum(group -> group.energy.dipole.outflow(grid.surface()));
            coupling.emitted(new Vector3(0, 0, momentum), leptonLuminosity(), luminosity(), 1);
        }
        time += dt;
        steps++;
        return coupling.commit();
    }

    private void step(double dt, Group group, Pair pair, Components flux, AtPoint equilibrium) {
        for (int point = 0; point < grid.points(); point++) {
            project(point, flux, pair);
        }
        pair.sphere.step(dt, new Matter(group, equilibrium));
        pair.dipole.step(dt, new Matter(group, at -> 0));
    }

    /** The projections of guide/physics.md (10.8), and the mean of the radial component for l = 0. */
    private static void project(int point, Components flux, Pair pair) {
        double mean = 0;
        double radialDipole = 0;
        double tangentialDipole = 0;
        for (int angle = 0; angle < ANGLES; angle++) {
            double cosine = COSINE[angle];
            double x = flux.of(0, ANGLES * point + angle);
            double z = flux.of(2, ANGLES * point + angle);
            double radial = x * Math.sqrt(1 - cosine * cosine) + z * cosine;
            mean += WEIGHT[angle] / 2 * radial;
            radialDipole += WEIGHT[angle] * 3 / 2 * radial * cosine;
            tangentialDipole += WEIGHT[angle] * 3 / 4 * (z - cosine * radial);
        }
        pair.sphere.anomalous(point, mean, 0);
        pair.dipole.anomalous(point, radialDipole, tangentialDipole);
    }

    private final class Matter implements StarMoments.Matter {
        private final Group group;
        private final AtPoint equilibrium;

        Matter(Group group, AtPoint equilibrium) {
            this.group = group;
            this.equilibrium = equilibrium;
        }

        @Override
        public double absorption(int point) {
            return medium.absorption(group.species)[ANGLES * point * medium.groups.count() + group.number];
        }

        @Override
        public double opacity(int point) {
            return medium.opacity(group.species, ANGLES * point, group.number);
        }

        @Override
        public double equilibrium(int point) {
            return equilibrium.of(ANGLES * point);
        }
    }

    /** Returns F_E without groups in the centre of the star, along z [erg cm^-2 s^-1]. */
    double centralEnergyFlux() {
        return anomalous.greyEnergy(2, 0);
    }

    /** Returns F_N without groups in the centre of the star, along z [cm^-2 s^-1]. */
    double centralNumberFlux() {
        return anomalous.greyNumber(2, 0);
    }

    /** Returns the l = 1 energy flux through the surface [erg cm^-2 s^-1]. */
    double surfaceEnergyFlux() {
        return sum(group -> group.energy.dipole.flux(grid.surface()));
    }

    /** Returns the l = 1 flux of nu_e minus anti-nu_e through the surface [cm^-2 s^-1]. */
    double surfaceNumberFlux() {
        return sum(group -> group.species.leptonNumber * group.particles.dipole.flux(grid.surface()));
    }

    /** Returns the energy that leaves per second [erg/s]. */
    double luminosity() {
        return grid.area(grid.surface()) * sum(group -> group.energy.sphere.flux(grid.surface()));
    }

    /** Returns the nu_e minus anti-nu_e that leave per second [1/s]. */
    double leptonLuminosity() {
        return grid.area(grid.surface())
                * sum(group -> group.species.leptonNumber * group.particles.sphere.flux(grid.surface()));
    }

    /** Returns the momentum of matter inside of a face along z [g cm/s]. */
    double matterMomentum(int face) {
        return sum(group -> group.energy.dipole.pushed(face));
    }

    /** Returns the momentum of neutrinos inside of a face along z [g cm/s]. */
    double heldMomentum(int face) {
        return sum(group -> group.energy.dipole.held(face));
    }

    /** Returns the momentum that has passed a face outwards along z so far [g cm/s]. */
    double passedMomentum(int face) {
        return sum(group -> group.energy.dipole.passed(face));
    }

    private double sum(ToDoubleFunction<Group> what) {
        return groups.stream().mapToDouble(what).sum();
    }
}
