package org.chiralkick.star.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.star.MagneticSource;
import org.chiralkick.star.Stars;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.DipoleStep;
import org.chiralkick.star.evolve.Evolution;
import org.chiralkick.star.field.FrozenField;
import org.chiralkick.star.field.MagneticField;
import org.chiralkick.star.field.PolarVector;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.NuclearForces;
import org.chiralkick.star.structure.Lapse;
import org.chiralkick.star.structure.MassGrid;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.structure.StellarProfile;
import org.chiralkick.star.transport.FluxLimitedDiffusion;
import org.chiralkick.star.transport.NeutrinoGases;
import org.chiralkick.star.transport.NeutrinoOpacity;
import org.junit.jupiter.api.Test;

/** What is kept of an evolution for other kicks, and in which directions it is sampled. */
class InteriorHistoryTest {
    private static final int ZONES = 30;
    private static final List<InteriorMoment> MOMENTS = cooling();

    @Test
    void joinedStepsGiveTheKickOfAllToAPerCent() {
        InteriorHistory all = history(10_000);
        InteriorHistory few = history(MOMENTS.size() / 2 * 2 - 2);
        assertEquals(MOMENTS.size(), all.moments().size());
        assertTrue(
                few.moments().size() < MOMENTS.size() / 2 + 4,
                "kept " + few.moments().size());
        double expected = kick(all).momentum().norm();
        assertTrue(expected > 0);
        assertEquals(expected, kick(few).momentum().norm(), 0.01 * expected);
        assertEquals(duration(all), duration(few), 1e-12);
        assertEquals(kick(all).lostErg(), kick(few).lostErg(), 1e-12 * kick(all).lostErg());
        assertEquals(
                kick(all).lostLeptons(),
                kick(few).lostLeptons(),
                1e-12 * kick(all).lostLeptons());
    }

    @Test
    void memoryIsBounded() {
        InteriorHistory history = new InteriorHistory(ZONES, 20);
        for (int k = 0; k < 5; k++) {
            for (InteriorMoment moment : MOMENTS) {
                history.add(moment);
                assertTrue(history.moments().size() <= 20);
            }
        }
        assertTrue(history.moments().size() > 9);
        assertEquals(5 * duration(history(10_000)), duration(history), 1e-12);
    }

    @Test
    void aCopyStaysAsItIs() {
        InteriorHistory history = history(10_000);
        InteriorHistory copy = history.copy();
        history.add(MOMENTS.get(0));
        assertEquals(MOMENTS.size(), copy.moments().size());
        assertEquals(MOMENTS.size() + 1, history.moments().size());
    }

    @Test
    void aSmoothFieldNeedsTwelveDirectionsAndAWavyOneMore() {
        InteriorState state = MOMENTS.get(0).state();
        assertEquals(12, nodes(MagneticField.uniform(1e12), state));
        assertEquals(12, nodes(MagneticField.dipole(1e12, 1e6), state));
        // A dipole and a multipole of eight times its strength without one.
        MagneticField wavy =
                (r, c) -> new PolarVector(1e12 * (c + 8 * (35 * c * c * c * c - 30 * c * c + 3) * c), 0, 0);
        assertTrue(nodes(wavy, state) > 12);
    }

    private static int nodes(MagneticField field, InteriorState state) {
        return InteriorNodes.forDipole(new FrozenField(field, Double.POSITIVE_INFINITY), state, 0.3)
                .size();
    }

    private static InteriorHistory history(int mostSteps) {
        InteriorHistory history = new InteriorHistory(ZONES, mostSteps);
        MOMENTS.forEach(history::add);
        return history;
    }

    private static double duration(InteriorHistory history) {
        return history.moments().stream().mapToDouble(m -> m.step().dtS()).sum();
    }

    private static DipoleKick kick(InteriorHistory history) {
        FrozenField field = new FrozenField(MagneticField.uniform(1e12), Double.POSITIVE_INFINITY);
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(MagneticSource.allLeftHanded()),
                CouplingConfig.defaults(),
                CouplingOptions.defaults())) {
            return new DipoleReplay(history, field, 0, Double.POSITIVE_INFINITY)
                    .respond(coupling)
                    .kick();
        }
    }

    /** Returns the steps of a star of fixed density. */
    private static List<InteriorMoment> cooling() {
        DenseMatter matter = new DenseMatter(NuclearForces.lattimerSwesty());
        FluxLimitedDiffusion diffusion = new FluxLimitedDiffusion(new NeutrinoOpacity());
        StellarProfile profile = Stars.young().denserThan(1e11);
        Star start = profile.on(MassGrid.of(ZONES, profile.massG(), 1e-5), matter);
        Evolution evolution = new Evolution(matter, null, diffusion, start, 0.02, 1e-5);
        List<InteriorMoment> moments = new ArrayList<>();
        while (evolution.timeS() < 1) {
            Star before = evolution.star();
            double time = evolution.timeS();
            OpticalDepth depth = new OpticalDepth(before, diffusion);
            NeutrinoGases gases = new NeutrinoGases(before, evolution.lawOfNextStep(), new NeutrinoOpacity());
            Neutrinosphere sphere = Neutrinosphere.of(before, start, depth, gases, Neutrinosphere.DEPTH);
            InteriorState state = new InteriorState(new Instant(time, before, depth, sphere, gases, Lapse.NONE), start);
            evolution.step(1);
            moments.add(new InteriorMoment(
                    state,
                    DipoleStep.of(
                            before, evolution.star(), evolution.lawOfLastStep(), matter, time, evolution.lastDtS(), 1),
                    before.momentOfInertia()));
        }
        return moments;
    }
}
