package org.chiralkick.it.moments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.chiral.ChiralSource;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.EnergyGroups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the momentum of a kicked star comes from, in a hot star that absorbs, emits and scatters. */
class StarBalanceTest {
    private static final double C = PhysicalConstants.C_CM_PER_S;
    private static final double RADIUS = 1e6;
    private static final double STEP = RADIUS / C;
    private static final StarGrid GRID = new StarGrid(60, RADIUS);
    private static final EnergyGroups GROUPS = EnergyGroups.between(0, 15, 40, 80, 130, Double.POSITIVE_INFINITY);

    /** A vorticity that no star has, to be seen beside 1e14 G [1/s]. */
    private static final double FAST = 1e16;

    private final List<Coupling> couplings = new ArrayList<>();

    @AfterEach
    void close() {
        couplings.forEach(Coupling::close);
    }

    /** Returns a star in equilibrium with its neutrinos; the field is parted into uniform along z and radial [G]. */
    private MomentStar star(double fieldGauss, double radialGauss, double vorticity) {
        return star(open(CouplingConfig.defaults()), fieldGauss, radialGauss, vorticity);
    }

    private Coupling open(CouplingConfig config) {
        Coupling coupling =
                Coupling.open(SourceProvider.of(new ChiralSource(Map.of())), config, CouplingOptions.defaults());
        couplings.add(coupling);
        return coupling;
    }

    private static MomentStar star(Coupling coupling, double fieldGauss, double radialGauss, double vorticity) {
        MomentStar star = new MomentStar(GRID, GROUPS, coupling, (medium, at, r, cosine) -> {
            double x = r / RADIUS;
            medium.temperature[at] = 20 - 14 * x * x;
            medium.electronPotential[at] = 150 - 130 * x * x;
            medium.neutrinoPotential[at] = 90 * (1 - x * x);
            medium.field[0][at] = radialGauss * Math.sqrt(1 - cosine * cosine);
            medium.field[2][at] = fieldGauss + radialGauss * cosine;
            medium.vorticity[2][at] = vorticity;
            medium.opacities(at, 30 / RADIUS * Math.exp(-4 * x), 300 / RADIUS * Math.exp(-5 * x));
        });
        star.equilibrate();
        return star;
    }

    private static void run(MomentStar star, int steps) {
        for (int step = 0; step < steps; step++) {
            star.step(STEP);
        }
    }

    @Test
    void insideOfEveryRadiusMomentumIsConserved() {
        MomentStar star = star(1e14, 0, FAST);
        for (int steps = 0; steps < 3; steps++) {
            run(star, 20);
            double scale = Math.abs(star.passedMomentum(GRID.surface()));
            for (int face = 2; face <= GRID.surface(); face += 2) {
                double sum = star.matterMomentum(face) + star.heldMomentum(face) + star.passedMomentum(face);
                assertEquals(0, sum, 1e-12 * scale, "inside of " + GRID.radius(face) + " cm");
            }
            assertTrue(Math.abs(star.heldMomentum(60)) > 1e-9 * scale, "neutrinos inside hold some");
        }
    }

    /** What is deposited inside pushes nothing: the surface lets out as Lambert's law says, and the star gets minus that. */
    @Test
    void aSteadyStarGetsMinusWhatItsSurfaceLetsOut() {
        MomentStar star = star(1e14, 0, 0);
        for (int step = 0; step < 8; step++) {
            star.step(1e4 * STEP);
        }
        double before = star.matterMomentum(GRID.surface());
        star.step(STEP);
        double force = (star.matterMomentum(GRID.surface()) - before) / STEP;
        double let = 4 * Math.PI / 3 * RADIUS * RADIUS * 2 / 3 * star.surfaceEnergyFlux() / C;
        assertTrue(let > 1e-6 * star.luminosity() / C, "more leaves along B: " + let);
        assertEquals(-let, force, 1e-10 * let);
    }

    @Test
    void theKickIsOddInTheFieldWhereNothingRotates() {
        double[] kick = new double[2];
        for (int turned = 0; turned < 2; turned++) {
            MomentStar star = star(turned == 0 ? 1e14 : -1e14, 0, 0);
            run(star, 20);
            kick[turned] = star.matterMomentum(GRID.surface());
        }
        assertTrue(kick[0] < 0, "against the field: " + kick[0]);
        assertEquals(kick[0], -kick[1], 1e-14 * Math.abs(kick[0]));
        MomentStar rotating = star(-1e14, 0, FAST);
        run(rotating, 20);
        assertTrue(
                Math.abs(rotating.matterMomentum(GRID.surface()) - kick[1]) > 1e-9 * Math.abs(kick[1]),
                "curl v has a part of its own");
    }

    /** A uniform field drives l = 1 alone; a radial one, which no star has, shows that l = 0 would feel it. */
    @Test
    void theLuminosityKnowsNothingOfAUniformField() {
        MomentStar free = star(0, 0, 0);
        MomentStar driven = star(1e14, 0, FAST);
        MomentStar radial = star(0, 1e14, 0);
        for (MomentStar star : new MomentStar[] {free, driven, radial}) {
            run(star, 20);
        }
        assertTrue(driven.surfaceEnergyFlux() != 0 && driven.surfaceNumberFlux() != 0, "there is a dipole");
        assertEquals(free.luminosity(), driven.luminosity(), 1e-14 * free.luminosity());
        assertEquals(free.leptonLuminosity(), driven.leptonLuminosity(), 1e-14 * Math.abs(free.leptonLuminosity()));
        assertTrue(Math.abs(radial.luminosity() / free.luminosity() - 1) > 1e-7, "l = 0 takes A, too");
    }

    @Test
    void theLedgerKeepsWhatTheTransportLetsOut() {
        Coupling coupling = open(CouplingConfig.parse("{\"recoil\": {\"form\": \"transport\"}}"));
        MomentStar star = star(coupling, 1e14, 0, FAST);
        double leptons = 0;
        double energy = 0;
        for (int step = 1; step <= 30; step++) {
            double dt = STEP * (1 + step % 4);
            star.step(dt);
            leptons += star.leptonLuminosity() * dt;
            energy += star.luminosity() * dt;
        }
        Recoil recoil = coupling.recoil();
        double passed = star.passedMomentum(GRID.surface());
        assertEquals(-passed, recoil.momentum().z(), 1e-13 * passed);
        assertEquals(0, recoil.momentum().x());
        double gained = star.matterMomentum(GRID.surface()) + star.heldMomentum(GRID.surface());
        assertEquals(gained, recoil.momentum().z(), 1e-12 * passed, "the star's own books agree");
        assertEquals(leptons, recoil.number(), 1e-13 * Math.abs(leptons));
        assertEquals(energy, recoil.energyErg(), 1e-13 * energy);
        assertEquals(30, recoil.steps());
        assertEquals(
                List.of("transport:chiral"),
                coupling.recoilBySource().stream().map(RecoilEntry::source).toList());
    }
}
