package org.chiralkick.star.dipole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.Stars;
import org.chiralkick.star.evolve.Evolution;
import org.chiralkick.star.evolve.Relaxation;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.NuclearForces;
import org.chiralkick.star.structure.Gravity;
import org.chiralkick.star.structure.MassGrid;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.structure.StellarProfile;
import org.chiralkick.star.transport.FluxLimitedDiffusion;
import org.chiralkick.star.transport.NeutrinoOpacity;
import org.junit.jupiter.api.Test;

/** What the response conserves, in a star that cools and contracts. */
class DipoleBalanceTest {
    private static final int ZONES = 40;
    private static final List<DipoleStep> STEPS = cooling(ZONES, 0.04, 2);

    @Test
    void amplitudesChangeByWhatLeavesCrossesTheEquatorAndIsSqueezed() {
        DipoleResponse response = new DipoleResponse(ZONES);
        double[] leptons = new double[3];
        double[] heat = new double[3];
        for (int k = 0; k < STEPS.size(); k++) {
            DipoleStep step = STEPS.get(k);
            response.advance(step, random(k));
            for (int axis = 0; axis < 3; axis++) {
                double newLeptons = 0;
                double newHeat = 0;
                for (int i = 0; i < ZONES; i++) {
                    newLeptons += response.leptons(axis, i);
                    newHeat += response.heatMev(axis, i);
                }
                double across = step.dtS() * response.leptonsAcrossPerS(axis);
                double out = step.dtS() * response.leptonsPerS(axis);
                assertBalance(newLeptons - leptons[axis], across - out, newLeptons, across, out);
                across = step.dtS() * response.mevAcrossPerS(axis);
                out = step.dtS() * response.mevPerS(axis);
                assertBalance(newHeat - heat[axis], across - out + response.workMev(axis), newHeat, across, out);
                leptons[axis] = newLeptons;
                heat[axis] = newHeat;
            }
        }
    }

    private static void assertBalance(double change, double expected, double... terms) {
        double largest = 0;
        for (double term : terms) {
            largest = Math.max(largest, Math.abs(term));
        }
        assertTrue(largest > 0);
        assertEquals(expected, change, 1e-12 * largest);
    }

    @Test
    void hemispheresExchangeWhatCrossesTheirEquator() {
        DipoleResponse response = new DipoleResponse(ZONES);
        DipoleResponse before = new DipoleResponse(ZONES);
        for (int k = 0; k < STEPS.size(); k++) {
            DipoleStep step = STEPS.get(k);
            DipoleCurrents currents = random(k);
            before.clear();
            before.add(response);
            response.advance(step, currents);
            for (int axis = 0; axis < 3; axis++) {
                // Half the mean of the cosine over the hemisphere of the pole, and over its surface.
                double gained = 0;
                double fluxes = 0;
                double scale = 0;
                for (int i = 0; i < ZONES; i++) {
                    gained += (response.leptons(axis, i) - before.leptons(axis, i)) / 4;
                    double in = step.radius[i];
                    double out = step.radius[i + 1];
                    double lever = 2.0 / 3 * (out * out * out - in * in * in) / (out * out - in * in);
                    double drift = step.numberLimitIn[i] * currents.tangentialNumber[axis][i];
                    double diffusion = step.along.leptonsPerMev[i] * response.temperatureMev(axis, i)
                            + step.along.leptonsPerEta[i] * response.degeneracy(axis, i);
                    double through = Math.PI * (out * out - in * in) * (drift - diffusion / lever);
                    fluxes += through;
                    scale += Math.abs(through);
                }
                fluxes -= response.leptonsPerS(axis) / 4;
                assertEquals(step.dtS() * fluxes, gained, 1e-12 * step.dtS() * scale, "step " + k + " axis " + axis);
            }
        }
    }

    @Test
    void theOppositeFluxHasTheOppositeResponseToTheBit() {
        DipoleResponse one = new DipoleResponse(ZONES);
        DipoleResponse other = new DipoleResponse(ZONES);
        for (int k = 0; k < STEPS.size(); k++) {
            one.advance(STEPS.get(k), random(k));
            other.advance(STEPS.get(k), scaled(random(k), -1));
        }
        for (int axis = 0; axis < 3; axis++) {
            assertTrue(one.mevPerS(axis) != 0);
            assertEquals(-one.mevPerS(axis), other.mevPerS(axis), 0);
            assertEquals(-one.temperatureMev(axis, 7), other.temperatureMev(axis, 7), 0);
        }
    }

    @Test
    void theSumOfFluxesHasTheSumOfResponses() {
        DipoleResponse one = new DipoleResponse(ZONES);
        DipoleResponse other = new DipoleResponse(ZONES);
        DipoleResponse both = new DipoleResponse(ZONES);
        for (int k = 0; k < STEPS.size(); k++) {
            one.advance(STEPS.get(k), random(k));
            other.advance(STEPS.get(k), scaled(random(k), 2));
            both.advance(STEPS.get(k), scaled(random(k), 3));
        }
        one.add(other);
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(both.mevPerS(axis), one.mevPerS(axis), 1e-10 * Math.abs(both.mevPerS(axis)));
            assertEquals(both.leptons(axis, 5), one.leptons(axis, 5), 1e-10 * Math.abs(both.leptons(axis, 5)));
        }
    }

    @Test
    void theKickDependsOnTheStepByLessThanAPerCent() {
        List<DipoleStep> fine = cooling(ZONES, 0.01, 2);
        List<DipoleStep> joined = new ArrayList<>();
        for (int k = 0; k + 1 < fine.size(); k += 2) {
            joined.add(fine.get(k).and(fine.get(k + 1)));
        }
        double expected = kick(fine.subList(0, fine.size() / 2 * 2)).momentum().norm();
        assertEquals(expected, kick(joined).momentum().norm(), 0.01 * expected);
    }

    /** Returns the kick by a flux that goes with the square of T in each zone. */
    private static DipoleKick kick(List<DipoleStep> steps) {
        DipoleResponse response = new DipoleResponse(ZONES);
        DipoleAccount account = new DipoleAccount();
        DipoleCurrents currents = new DipoleCurrents(ZONES);
        for (DipoleStep step : steps) {
            for (int i = 0; i < ZONES; i++) {
                double flux = step.temperature[i] * step.temperature[i];
                currents.energy(2, i, 1e40 * flux, 1e40 * flux);
            }
            response.advance(step, currents);
            account.count(step, response, 0, 1);
        }
        return account.kick();
    }

    private static DipoleCurrents random(int seed) {
        Random random = new Random(seed);
        DipoleCurrents currents = new DipoleCurrents(ZONES);
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < ZONES; i++) {
                currents.number(axis, i, 1e40 * random.nextGaussian(), 1e40 * random.nextGaussian());
                currents.energy(axis, i, 1e42 * random.nextGaussian(), 1e42 * random.nextGaussian());
            }
        }
        return currents;
    }

    private static DipoleCurrents scaled(DipoleCurrents given, double factor) {
        DipoleCurrents currents = new DipoleCurrents(ZONES);
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < ZONES; i++) {
                currents.number(
                        axis, i, factor * given.radialNumber[axis][i], factor * given.tangentialNumber[axis][i]);
                currents.energy(
                        axis, i, factor * given.radialEnergy[axis][i], factor * given.tangentialEnergy[axis][i]);
            }
        }
        return currents;
    }

    /** Returns the steps of a star that cools and contracts. */
    private static List<DipoleStep> cooling(int zones, double tolerance, double endS) {
        DenseMatter matter = new DenseMatter(NuclearForces.lattimerSwesty());
        StellarProfile profile = Stars.young().denserThan(1e11);
        MassGrid grid = MassGrid.of(zones, profile.massG(), 1e-5);
        Star start = profile.on(grid, matter);
        double outside = start.matter(zones - 1).pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
        Gravity gravity = Gravity.newton(grid, outside).asCompactAs(start);
        Evolution evolution = new Evolution(
                matter,
                gravity,
                new FluxLimitedDiffusion(new NeutrinoOpacity()),
                Relaxation.hydrostatic(start, matter, gravity),
                tolerance,
                1e-5);
        List<DipoleStep> steps = new ArrayList<>();
        while (evolution.timeS() < endS) {
            Star before = evolution.star();
            double time = evolution.timeS();
            evolution.step(endS);
            steps.add(DipoleStep.of(
                    before, evolution.star(), evolution.lawOfLastStep(), matter, time, evolution.lastDtS(), 1));
        }
        return steps;
    }
}
