package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.dipole.DipoleContrast;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.DipoleEntry;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.field.MagneticField;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.kick.StarKick;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The l = 1 response of a star that cools: in a run, and along a known evolution. */
class DipoleRunTest {
    private static final SpinningField UNIFORM = SpinningField.of(MagneticField.uniform(1e12));
    private static final CoolingConfig COOLING = CoolingConfig.of(Stars.young())
            .withResolution(40, 0.08)
            .withEnd(4)
            .withFeedback(Feedback.NONE)
            .withField(UNIFORM);

    private static EmissionHistory history;
    private static Snapshot end;

    @BeforeAll
    static void cool() {
        try (Coupling coupling = coupling(MagneticSource.consistent())) {
            CoolingStar run = CoolingStar.start(COOLING, coupling);
            assertEquals(DipoleKick.NONE, run.now().dipole());
            assertEquals(DipoleContrast.NONE, run.now().contrasts().get(3));
            assertThrows(IllegalStateException.class, run::history);
            end = run.finish(snapshot -> {});
            history = run.history();
        }
    }

    private static Coupling coupling(NeutrinoSource... sources) {
        return Coupling.open(SourceProvider.of(sources), CouplingConfig.defaults(), CouplingOptions.defaults());
    }

    private static DipoleKick kick(SpinningField field) {
        try (Coupling coupling = coupling(MagneticSource.consistent())) {
            DipoleKick kick = history.dipole(field, coupling);
            assertEquals(Recoil.NONE, coupling.recoil());
            return kick;
        }
    }

    @Test
    void whatFlowsInsideOutweighsTheSurface() {
        double surface = end.velocityCmPerS().norm();
        double dipole = end.dipole().velocityCmPerS(end.massG()).norm();
        assertTrue(dipole > 10 * surface, dipole + " cm/s, surface " + surface + " cm/s");
        assertTrue(end.dipole().momentum().z() < 0);
        double alpha = end.massG() * dipole * 2.99792458e10 / end.budget().energyAtInfinityErg();
        assertEquals(alpha, end.dipole().alpha(), 1e-9 * alpha);
        assertEquals(
                end.budget().energyEmittedErg(),
                end.dipole().lostErg(),
                1e-9 * end.dipole().lostErg());
        assertEquals(
                end.budget().leptonsEmitted(),
                end.dipole().lostLeptons(),
                1e-9 * end.dipole().lostLeptons());
    }

    /** Emits nothing, and flags matter below 1e14 g/cm^3. */
    private static final class ThinMatterSource implements NeutrinoSource {
        @Override
        public SourceDescriptor describe() {
            return SourceDescriptor.named("thin")
                    .version("1.0.0")
                    .summary("a flag in thin matter")
                    .citation("none")
                    .requires(ZoneField.DENSITY)
                    .gives(
                            FluxField.NEUTRINO_FLUX,
                            FluxField.NEUTRINO_ENERGY_FLUX,
                            FluxField.LEPTON_FLUX,
                            FluxField.AXIAL_FLUX)
                    .build();
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            double[] density = zones.column(ZoneField.DENSITY);
            for (int i = zones.first(); i < zones.end(); i++) {
                if (density[i] < 1e14) {
                    fluxes.flags()[i] |= ValidityFlag.KNUDSEN.bit();
                }
            }
        }
    }

    @Test
    void flagsOfTheSurfaceAndOfTheInteriorAreCountedApart() {
        try (Coupling coupling = coupling(new ThinMatterSource())) {
            CoolingStar run = CoolingStar.start(COOLING.withEnd(0.1), coupling);
            run.finish(snapshot -> {});
            StarFlags flags = run.flags();
            String knudsen = ValidityFlag.KNUDSEN.label();
            long surface = flags.surface().getOrDefault(knudsen, 0L);
            long interior = flags.interior().getOrDefault(knudsen, 0L);
            assertEquals(coupling.flagCounts().get(ValidityFlag.KNUDSEN), surface + interior);
            // The neutrinosphere is in thin matter for as long, the centre never.
            assertEquals(flags.surfaceEvaluations(), surface);
            assertTrue(interior > 0 && interior < flags.interiorEvaluations(), interior + " inside");
        }
    }

    @Test
    void aKnownEvolutionGivesTheKickOfItsRun() {
        assertClose(end.dipole(), kick(UNIFORM), 1e-11);
        assertEquals(
                DipoleKick.NONE.momentum(),
                kick(SpinningField.of(MagneticField.uniform(0))).momentum());
    }

    @Test
    void aKnownEvolutionGivesBothKicksOfItsRun() {
        try (Coupling coupling = coupling(MagneticSource.consistent())) {
            StarKick kick = history.kick(UNIFORM, coupling);
            assertEquals(end.kick().surface(), kick.surface());
            assertClose(end.kick().dipole(), kick.dipole(), 1e-11);
            assertEquals(end.massG(), kick.massG(), 0);
        }
    }

    @Test
    void anotherFieldAndRotationGiveTheKickOfTheirOwnRun() {
        SpinningField turning = new SpinningField(MagneticField.dipole(3e13, 1.5e6), 4, 50, 0.37);
        Snapshot own;
        try (Coupling coupling = coupling(MagneticSource.consistent())) {
            own = CoolingStar.start(COOLING.withField(turning), coupling).finish(snapshot -> {});
        }
        assertClose(own.dipole(), kick(turning), 1e-9);
    }

    private static void assertClose(DipoleKick expected, DipoleKick actual, double tolerance) {
        double p = expected.momentum().norm();
        assertTrue(p > 0);
        assertEquals(expected.momentum().x(), actual.momentum().x(), tolerance * p);
        assertEquals(expected.momentum().y(), actual.momentum().y(), tolerance * p);
        assertEquals(expected.momentum().z(), actual.momentum().z(), tolerance * p);
        assertEquals(expected.number(), actual.number(), tolerance * expected.number());
        assertEquals(expected.energyErg(), actual.energyErg(), tolerance * expected.energyErg());
        assertEquals(
                expected.largestTemperatureContrast(),
                actual.largestTemperatureContrast(),
                tolerance * expected.largestTemperatureContrast());
        assertEquals(expected.lostErg(), actual.lostErg(), 0);
    }

    @Test
    void theKickIsOddAndLinearInTheField() {
        Vector3 one = kick(UNIFORM).momentum();
        Vector3 opposite = kick(SpinningField.of(MagneticField.uniform(-1e12))).momentum();
        Vector3 more = kick(SpinningField.of(MagneticField.uniform(3e12))).momentum();
        assertEquals(-one.z(), opposite.z(), 0);
        assertEquals(3 * one.z(), more.z(), 1e-12 * more.norm());
        assertEquals(0, one.x(), 1e-10 * one.norm());
        assertEquals(0, one.y(), 1e-10 * one.norm());
    }

    @Test
    void aTiltedFieldKicksAlongItsAxisAndATurningStarAlongItsSpin() {
        double straight = kick(UNIFORM).momentum().z();
        double never = Double.POSITIVE_INFINITY;
        DipoleKick tilted = kick(new SpinningField(MagneticField.uniform(1e12), never, 50, never));
        double sine = Math.sin(Math.toRadians(50));
        double cosine = Math.cos(Math.toRadians(50));
        assertEquals(straight * cosine, tilted.momentum().z(), 1e-10 * Math.abs(straight));
        assertEquals(straight * sine, tilted.momentum().x(), 1e-10 * Math.abs(straight));
        assertEquals(0, tilted.momentum().y(), 1e-10 * Math.abs(straight));
        DipoleKick turning = kick(new SpinningField(MagneticField.uniform(1e12), never, 50, 0.01));
        assertEquals(straight * cosine, turning.momentum().z(), 1e-10 * Math.abs(straight));
        assertTrue(Math.hypot(turning.momentum().x(), turning.momentum().y()) < 0.01 * Math.abs(straight));
        assertEquals(tilted.energyErg(), turning.energyErg(), 1e-9 * tilted.energyErg());
    }

    @Test
    void sourcesThatWereInForceInTurnsShareTheKickOfBoth() {
        NeutrinoSource one = MagneticSource.consistent();
        NeutrinoSource other = new LinearSource(1e26);
        List<DipoleEntry> entries;
        DipoleKick whole;
        try (Coupling coupling = coupling(one, other)) {
            coupling.use("magnetic");
            CoolingStar run = CoolingStar.start(COOLING, coupling);
            while (!run.finished()) {
                if (run.advance().timeS() > 2) {
                    coupling.use("linear");
                }
            }
            entries = run.dipoleBySources();
            whole = run.now().dipole();
        }
        assertEquals(2, entries.size());
        assertTrue(entries.get(0).steps() > 1 && entries.get(1).steps() > 1);
        assertEquals("magnetic", entries.get(0).sources().get(0).name());
        assertEquals("linear", entries.get(1).sources().get(0).name());
        double first = entries.get(0).kick().momentum().z();
        double second = entries.get(1).kick().momentum().z();
        assertTrue(first != 0 && second != 0);
        assertEquals(whole.momentum().z(), first + second, 1e-10 * Math.abs(first));
        // What the first has stored inside leaves after it was in force: at 2 s it had given less.
        double atSwap;
        try (Coupling coupling = coupling(one)) {
            CoolingStar run = CoolingStar.start(COOLING.withEnd(2), coupling);
            atSwap = run.finish(snapshot -> {}).dipole().momentum().z();
        }
        assertTrue(Math.abs(first) > 1.2 * Math.abs(atSwap), first + " after " + atSwap);
    }

    @Test
    void contrastsAreThoseOfTheMagneticPole() {
        double largest = 0;
        double eta = 0;
        for (DipoleContrast contrast : end.contrasts()) {
            largest = Math.max(largest, Math.abs(contrast.temperature()));
            eta = Math.max(eta, Math.abs(contrast.degeneracy()));
        }
        assertTrue(largest > 0 && largest <= end.dipole().largestTemperatureContrast());
        assertTrue(eta > 0 && eta <= end.dipole().largestDegeneracyContrast());
        Snapshot tilted;
        try (Coupling coupling = coupling(MagneticSource.consistent())) {
            tilted = CoolingStar.start(COOLING.withRotation(Double.POSITIVE_INFINITY, 70), coupling)
                    .finish(snapshot -> {});
        }
        for (int i = 0; i < 40; i++) {
            assertEquals(
                    end.contrasts().get(i).temperature(),
                    tilted.contrasts().get(i).temperature(),
                    1e-10 * largest);
        }
    }

    @Test
    void aFieldBeyondTheBudgetSaysHowMuchIsWithin() {
        try (Coupling coupling = coupling(MagneticSource.allLeftHanded())) {
            DipoleKick much = history.dipole(SpinningField.of(MagneticField.uniform(1e16)), coupling);
            assertTrue(much.beyondBudget());
            double most = 1e16 * much.largestFactor();
            DipoleKick within = history.dipole(SpinningField.of(MagneticField.uniform(0.999 * most)), coupling);
            assertFalse(within.beyondBudget());
            assertEquals(1 / 0.999, within.largestFactor(), 1e-9);
        }
    }

    @Test
    void theKickDependsOnTheZonesByLessThanAPerCent() {
        List<Double> kicks = new ArrayList<>();
        for (int zones : new int[] {60, 120}) {
            try (Coupling coupling = coupling(MagneticSource.consistent())) {
                Snapshot last = CoolingStar.start(COOLING.withResolution(zones, 0.05), coupling)
                        .finish(snapshot -> {});
                kicks.add(last.dipole().velocityCmPerS(last.massG()).z());
            }
        }
        assertEquals(kicks.get(1), kicks.get(0), 0.01 * Math.abs(kicks.get(1)));
    }

    @Test
    void aPointOfAScanTakesLessThanFiftyMilliseconds() {
        var threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        try (Coupling coupling = coupling(MagneticSource.consistent())) {
            CoolingStar run =
                    CoolingStar.start(COOLING.withResolution(120, 0.05).withEnd(20), coupling);
            run.finish(snapshot -> {});
            // A point of a scan: both closures of escape, and the response in steps of twice the length for the error.
            CoolingStar longer =
                    CoolingStar.start(COOLING.withResolution(120, 0.1).withEnd(20), coupling);
            longer.finish(snapshot -> {});
            EmissionHistory full = run.history().besides(longer.history());
            for (int k = 0; k < 15; k++) {
                long begin = threads.getCurrentThreadCpuTime();
                full.kicked(UNIFORM, coupling, Escape.DIPOLE);
                least = Math.min(least, threads.getCurrentThreadCpuTime() - begin);
            }
        }
        assertTrue(least < 50e6, least * 1e-6 + " ms of processor time");
    }

    @Test
    void aHistoryOfSnapshotsKnowsTheSurfaceAlone() {
        EmissionHistory surface = EmissionHistory.of(List.of(end, end));
        try (Coupling coupling = coupling(MagneticSource.consistent())) {
            var refused = assertThrows(IllegalStateException.class, () -> surface.dipole(UNIFORM, coupling));
            assertTrue(refused.toString().contains("surface alone"), refused.toString());
        }
    }
}
