package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.host.value.CouplingAudit;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** The audit of a coupling tells what would make its kick wrong, and nothing of a run in which all is right. */
class CouplingAuditTest {
    private static final String RIGHT = "nothing found that makes the kick wrong";

    /** Six zones: the faces of a cube. */
    private final Zones cube = new Zones(6, 5);

    CouplingAuditTest() {
        for (int zone = 0; zone < 6; zone++) {
            for (int axis = 0; axis < 3; axis++) {
                cube.surface[axis][zone] = zone / 2 == axis ? (zone % 2 == 0 ? 1e12 : -1e12) : 0;
            }
        }
    }

    private static Coupling open(String config, CouplingOptions options) {
        return Coupling.open(
                SourceProvider.of(alongField("field")), CouplingConfig.parse(config.replace('\'', '"')), options);
    }

    private static Coupling open(String config) {
        return open(config, CouplingOptions.defaults());
    }

    private static String last(CouplingAudit audit) {
        List<String> lines = audit.lines();
        return lines.get(lines.size() - 1);
    }

    @Test
    void aRunInWhichAllIsRightHasNoProblem() {
        try (Coupling coupling = open("{}")) {
            BlockBinding block = cube.bind(6);
            for (int step = 1; step <= 3; step++) {
                coupling.begin(step, step, 1e-3);
                coupling.evaluate(block, 0.25);
                coupling.evaluate(block, 0.75);
                coupling.commit();
            }
            assertEquals(
                    List.of(
                            "steps 3, held 0, silent 0, retries 0, rolled back 0",
                            "zone evaluations flagged 0, invalid 0, implausible 0",
                            "worst error of weights 0, area defect 0",
                            "emission outside validity 0.00 %, energy above the budget 0.00 %",
                            RIGHT),
                    coupling.audit().lines());
        }
    }

    @Test
    void aCouplingThatCommittedNothingHasNoKick() {
        try (Coupling coupling = open("{}")) {
            assertEquals("WRONG: no step was committed, so that there is no kick", last(coupling.audit()));
        }
    }

    @Test
    void aSurfaceWithAHoleIsNamed() {
        try (Coupling coupling = open("{}")) {
            cube.surface[2][5] = 0;
            coupling.advance(1, 0, 1e-3, cube.bind(6));
            CouplingAudit audit = coupling.audit();
            assertEquals(1.0 / 5, audit.areaDefect(), 1e-15);
            assertEquals(
                    "WRONG: the surface is not closed: |sum dA| / sum |dA| is 2.00e-01, must be below 1.50e-02, or an even"
                            + " emission kicks the star",
                    last(audit));
        }
        try (Coupling rank = open("{}", CouplingOptions.defaults().withRank(0, 2))) {
            rank.advance(1, 0, 1e-3, cube.bind(6));
            assertEquals(RIGHT, last(rank.audit()));
        }
    }

    /** Commits a step of ranks that each bind some faces of the cube, and tell each other what all of them make up. */
    private void together(long step, List<Coupling> ranks, List<BlockBinding> parts) {
        double[] area = new double[4];
        boolean emits = false;
        for (int rank = 0; rank < ranks.size(); rank++) {
            ranks.get(rank).begin(step, 0, 1e-3);
            if (rank < parts.size()) {
                ranks.get(rank).evaluate(parts.get(rank), 1);
            }
            Ballot ballot = ranks.get(rank).ballot();
            area[0] += ballot.areaX();
            area[1] += ballot.areaY();
            area[2] += ballot.areaZ();
            area[3] += ballot.areaSize();
            emits |= ballot.emits();
        }
        for (Coupling rank : ranks) {
            rank.surfaceOfAll(area[0], area[1], area[2], area[3], emits);
            rank.commitAgreed(Double.POSITIVE_INFINITY, true);
        }
    }

    @Test
    void aSurfaceIsJudgedAsTheSumOfAllRanks() {
        byte[][] mine = {{1, 1, 0, 1, 0, 0}, {0, 0, 1, 0, 1, 1}}; // neither is closed
        List<BlockBinding> halves = List.of(
                cube.builder(6).mask(mine[0]).build(),
                cube.builder(6).mask(mine[1]).build());
        for (int count = 2; count <= 3; count++) { // the third has no zones
            List<Coupling> ranks = new ArrayList<>();
            for (int rank = 0; rank < count; rank++) {
                ranks.add(open("{}", CouplingOptions.defaults().withRank(rank, count)));
            }
            together(1, ranks, halves);
            for (Coupling rank : ranks) {
                assertEquals(0, rank.audit().areaDefect());
                assertEquals(0, rank.audit().silent());
                assertEquals(0, rank.audit().unjudged());
                assertEquals(RIGHT, last(rank.audit()));
            }
            cube.surface[2][5] = 0;
            together(2, ranks, halves);
            cube.surface[2][5] = -cube.surface[2][4];
            together(3, ranks, List.of());
            for (Coupling rank : ranks) {
                assertEquals(1.0 / 5, rank.audit().areaDefect(), 1e-15);
                assertEquals(1, rank.audit().silent());
                assertEquals(0, rank.audit().unjudged());
                assertTrue(last(rank.audit()).startsWith("WRONG: the surface is not closed"), last(rank.audit()));
                rank.close();
            }
        }
    }

    @Test
    void aRankThatCommitsByItselfSaysThatItCannotKnow() {
        List<Coupling> ranks = List.of(
                open("{}", CouplingOptions.defaults().withRank(0, 2)),
                open("{}", CouplingOptions.defaults().withRank(1, 2)),
                open("{'recoil': {'form': 'none'}}", CouplingOptions.defaults().withRank(1, 2)));
        BlockBinding half = cube.builder(6).mask(new byte[] {1, 1, 0, 1, 0, 0}).build();
        Coupling first = ranks.get(0);
        first.advance(1, 0, 1e-3, half);
        assertEquals(1, first.audit().unjudged());
        assertEquals(0, first.audit().areaDefect());
        assertEquals(
                "not judged: closure of the surface and silence of 1 of 1 steps, which each rank committed by itself; a commit"
                        + " of all ranks judges them",
                first.audit().lines().get(4));
        // Nor is it told by what another step was told of, or by a decision that was not told.
        first.begin(2, 0, 1e-3);
        first.evaluate(half, 1);
        first.ballot();
        first.surfaceOfAll(0, 0, 0, 6e12, true);
        first.commit();
        assertEquals(2, first.audit().unjudged());
        first.begin(3, 0, 1e-3);
        first.evaluate(half, 1);
        first.ballot();
        first.surfaceOfAll(0, 0, 0, 6e12, true);
        first.ballot();
        first.commitAgreed(1, true);
        assertEquals(3, first.audit().unjudged());
        // Nor by the sums of a ballot after which a block was evaluated.
        first.begin(4, 0, 1e-3);
        first.ballot();
        first.surfaceOfAll(0, 0, 0, 0, false);
        first.evaluate(half, 1);
        first.commitAgreed(1, true);
        assertEquals(4, first.audit().unjudged());
        first.begin(5, 0, 1e-3);
        first.ballot();
        first.evaluate(half, 1);
        first.surfaceOfAll(0, 0, 0, 0, false);
        first.commitAgreed(1, true);
        assertEquals(5, first.audit().unjudged());
        assertEquals(0, first.audit().silent());
        assertEquals(RIGHT, last(first.audit()));
        ranks.get(2).advance(1, 0, 1e-3, half);
        assertEquals(0, ranks.get(2).audit().unjudged());
        ranks.forEach(Coupling::close);
    }

    @Test
    void aSurfaceOfAllRanksBeyondAllBoundsIsRefused() {
        try (Coupling coupling = open("{}", CouplingOptions.defaults().withRank(0, 2))) {
            assertThrows(CouplingException.class, () -> coupling.surfaceOfAll(0, 0, 0, 1, true));
            coupling.begin(1, 0, 1e-3);
            coupling.ballot();
            for (double[] wrong :
                    new double[][] {{Double.NaN, 1}, {Double.POSITIVE_INFINITY, 1}, {0, -1}, {0, Double.NaN}}) {
                CouplingException refused = assertThrows(
                        CouplingException.class, () -> coupling.surfaceOfAll(0, wrong[0], 0, wrong[1], true));
                assertEquals(CouplingException.Kind.ARGUMENT, refused.kind());
                assertTrue(String.valueOf(refused.getMessage()).contains("must be finite, and the size >= 0"));
            }
        }
    }

    @Test
    void theWorstStepCountsAndAStageOfWeightZeroDoesNot() {
        try (Coupling coupling = open("{}")) {
            BlockBinding block = cube.bind(6);
            coupling.begin(1, 0, 1e-3);
            coupling.evaluate(block, 1);
            cube.surface[0][0] = 1.05e12;
            coupling.evaluate(block, 0);
            coupling.commit();
            assertEquals(0, coupling.audit().areaDefect());
            coupling.advance(2, 1, 1e-3, block);
            cube.surface[0][0] = 1e12;
            coupling.advance(3, 2, 1e-3, block);
            assertEquals(0.05 / 6.05, coupling.audit().areaDefect(), 1e-15);
            assertEquals(RIGHT, last(coupling.audit()));
        }
    }

    @Test
    void freeWeightsAreStillMeasured() {
        try (Coupling coupling = open("{'weights': 'free'}")) {
            coupling.begin(1, 0, 1e-3);
            coupling.evaluate(cube.bind(6), 0.75);
            coupling.commit();
            assertEquals(0.25, coupling.audit().worstWeightError());
            assertEquals(
                    "WRONG: the weights of a block were off 1 by up to 2.50e-01: stages are missed or counted more than once",
                    last(coupling.audit()));
        }
    }

    @Test
    void invalidZonesAndDroppedStepsAreCounted() {
        try (Coupling coupling = open("{}")) {
            BlockBinding block = cube.bind(6);
            coupling.begin(1, 0, 1e-3);
            coupling.evaluate(block, 1);
            coupling.begin(1, 0, 5e-4); // replaces it
            coupling.rollback();
            cube.temperature[3] = Double.NaN;
            coupling.advance(1, 0, 5e-4, block);
            CouplingAudit audit = coupling.audit();
            assertEquals(2, audit.rolledBack());
            assertEquals(1, audit.invalid());
            assertEquals(1, audit.flagged());
            assertEquals(0, audit.areaDefect()); // an invalid zone is part of the surface
            assertEquals(
                    "WRONG: 1 zone evaluations were invalid and have no flux; mask zones that are to be left out",
                    last(audit));
        }
    }

    @Test
    void emissionIsWeighedByItsForce() {
        double[] force = new double[6]; // out of each face, as T^2 B
        for (int zone = 0; zone < 6; zone++) {
            force[zone] = zone + 1;
            boolean hot = zone >= 4; // and so flagged
            cube.temperature[zone] = hot ? 200 : 10;
            for (int axis = 0; axis < 3; axis++) {
                double outward = cube.surface[axis][zone] / 1e12;
                cube.field[axis][zone] = outward * force[zone] * (hot ? 1e12 / 400 : 1e12);
            }
        }
        try (Coupling coupling = open("{}")) {
            coupling.advance(1, 0, 1e-3, cube.bind(6));
            double share = coupling.audit().emissionOutsideValidity();
            assertEquals((force[4] + force[5]) / Arrays.stream(force).sum(), share, 1e-14);
            assertTrue(last(coupling.audit()).startsWith("WRONG: 52.38 % of the emission"), last(coupling.audit()));
        }
    }

    @Test
    void energyAboveTheBudgetIsAShare() {
        CouplingAudit audit = new CouplingAudit(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.25, 0);
        assertEquals(
                List.of("25.00 % of the energy counted is above the thermal budget of the star"), audit.problems());
    }

    @Test
    void aStepInWhichNothingCouldEmitIsNamed() {
        BlockBinding inside = BlockBinding.of(6)
                .in(ZoneField.TEMPERATURE, View.of(cube.temperature))
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(cube.field))
                .out(FluxField.NEUTRINO_FLUX, Zones.views(cube.neutrinoFlux))
                .build();
        try (Coupling coupling = open("{}");
                Coupling none = open("{'recoil': {'form': 'none'}}");
                Coupling told = open("{'recoil': {'form': 'transport'}}");
                Coupling rank = open("{}", CouplingOptions.defaults().withRank(1, 2))) {
            coupling.begin(1, 0, 1e-3);
            coupling.commit();
            coupling.advance(2, 1, 1e-3, inside);
            BlockBinding masked = cube.builder(6).mask(new byte[6]).build();
            coupling.advance(3, 2, 1e-3, masked);
            coupling.advance(4, 3, 1e-3, cube.bind(6));
            assertEquals(3, coupling.audit().silent());
            assertEquals(
                    "WRONG: 3 of 4 steps had no zone that could emit; evaluate blocks with surface elements, or with volumes and"
                            + " recoil.radius-cm",
                    last(coupling.audit()));
            none.advance(1, 0, 1e-3, inside);
            rank.begin(1, 0, 1e-3);
            rank.commit();
            told.begin(1, 0, 1e-3);
            told.emitted(new Vector3(0, 0, 1), 1, 1, 1);
            told.commit();
            for (Coupling right : List.of(none, rank, told)) {
                assertEquals(RIGHT, last(right.audit()));
            }
        }
    }

    @Test
    void aHoleIsNamedBesideAMomentumSource() {
        NeutrinoSource pushing = new NeutrinoSource() {
            @Override
            public SourceDescriptor describe() {
                return TestSources.descriptor(
                        "pushing",
                        builder -> builder.requires(ZoneField.TEMPERATURE)
                                .gives(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_MOMENTUM_SOURCE));
            }

            @Override
            public void evaluate(ZoneBlock zones, FluxBlock fluxes) {}
        };
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(pushing), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            cube.surface[1][2] = 0;
            coupling.advance(
                    1,
                    0,
                    1e-3,
                    BlockBinding.of(6)
                            .in(ZoneField.TEMPERATURE, View.of(cube.temperature))
                            .in(ZoneField.SURFACE_ELEMENT, Zones.views(cube.surface))
                            .in(ZoneField.VOLUME, View.constant(1))
                            .out(FluxField.NEUTRINO_FLUX, Zones.views(cube.neutrinoFlux))
                            .build());
            assertEquals(0.2, coupling.audit().areaDefect(), 1e-15);
        }
    }

    @Test
    void aRefusedCommitIsNoStep() {
        try (Coupling coupling = open("{}")) {
            coupling.begin(1, 0, 1e-3);
            coupling.evaluate(cube.bind(6), 0.5);
            assertThrows(CouplingException.class, coupling::commit);
            assertEquals(0, coupling.audit().steps());
        }
    }
}
