package org.chiralkick.it.mhd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.chiralkick.chiral.ChiralSource;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.StepResult;
import org.chiralkick.host.value.FieldSystem;
import org.chiralkick.host.value.Units;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.NeutrinoSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The chiral plasma instability in a box: how fast it grows, where it ends, and what it conserves (guide/physics.md (7.3) and (7.9)). */
class InductionBoxTest {
    private static final double INVERSE_LENGTH = 10;
    private static final double DIFFUSIVITY = 0.01;

    /** v_mu of mu_5 = -1 MeV [1/cm]. */
    private static final double PER_CM =
            2 * PhysicalConstants.FINE_STRUCTURE / (Math.PI * PhysicalConstants.HBAR_C_MEV_CM);

    /** Units in which v_mu = 10 at mu_5 = -1 MeV, and fields of 1e15 G are about 1. */
    private static final Units UNITS = units();

    /** alpha/(4 pi^2 hbar c) [1/(erg cm)], the axial density that goes with a helicity density. */
    private static final double PER_HELICITY = PhysicalConstants.FINE_STRUCTURE
            / (4 * Math.PI * Math.PI * PhysicalConstants.HBAR_C_MEV_CM * PhysicalConstants.ERG_PER_MEV);

    private final AxialElectrons cold = AxialElectrons.of(0, 100);
    private final Coupling coupling = Coupling.open(
            SourceProvider.of(new ChiralSource(Map.of(NeutrinoSource.CLOSURE + "chirality", "given"))),
            CouplingConfig.defaults(),
            CouplingOptions.defaults().withUnits(UNITS));
    private final InductionBox box = new InductionBox(32, coupling, UNITS, cold, DIFFUSIVITY);

    private static Units units() {
        double length = INVERSE_LENGTH / PER_CM;
        double time = 1e-15;
        double gauss = 1e15;
        return new Units(gauss * gauss * length * time * time, length, time, 1, 1, FieldSystem.GAUSSIAN);
    }

    @AfterEach
    void close() {
        coupling.close();
    }

    /** Does steps until a time; none may be longer than the coupling allows. */
    private void run(double until, double dt) {
        while (box.time() < until - dt / 2) {
            StepResult result = box.step(dt);
            double longest = result.dtMax() / UNITS.timeS();
            assertTrue(dt <= longest, "dt " + dt + " of at most " + longest);
        }
    }

    @Test
    void aWeakFieldGrowsAtTheRateOfItsMode() {
        box.setAxialPotential(z -> -1);
        box.addMode(5, 1e-6, 0.3);
        box.step(0.02);
        assertEquals(INVERSE_LENGTH, box.inverseLength(7), 1e-12 * INVERSE_LENGTH);
        assertEquals(0, box.flipRate(), "spins flip only in the heat");
        double before = box.fieldSquared();
        double from = box.time();
        run(from + 8, 0.02);
        double rate = Math.log(box.fieldSquared() / before) / (2 * (box.time() - from));
        assertEquals(0.25, rate, 0.0025); // eta k (v_mu - k)
    }

    @Test
    void aModeOfTheOtherHelicityDecays() {
        box.setAxialPotential(z -> -1);
        box.addMode(-5, 1e-6, 0);
        double before = box.fieldSquared();
        run(2, 0.02);
        assertEquals(-0.75, Math.log(box.fieldSquared() / before) / (2 * box.time()), 0.0075);
    }

    @Test
    void itSaturatesWhereTheInverseLengthIsTheWaveNumber() {
        box.setAxialPotential(z -> -1);
        box.addMode(5, 1e-2, 0);
        run(60, 0.02);
        assertEquals(5, box.inverseLength(0), 5e-3);
        double perVolume = PER_HELICITY * helicityUnit();
        double given = cold.axialDensity(-0.5) - cold.axialDensity(-1);
        double strength = 5 * given / perVolume;
        assertEquals(strength, box.fieldSquared(), 2e-3 * strength);
        double saturated = box.fieldSquared();
        run(62, 0.02);
        assertEquals(saturated, box.fieldSquared(), 1e-3 * saturated);
    }

    /** Many modes of either helicity, an axial density that varies: what the density loses, the helicity gains. */
    @Test
    void axialDensityAndHelicityMoveTogether() {
        Random random = new Random(2016);
        box.setAxialPotential(z -> -1 + 0.3 * Math.cos(z) - 0.1 * Math.sin(2 * z));
        for (int k = 1; k <= 9; k++) {
            box.addMode(k, 0.1 * random.nextDouble(), 2 * Math.PI * random.nextDouble());
            box.addMode(-k, 0.1 * random.nextDouble(), 2 * Math.PI * random.nextDouble());
        }
        double perHelicity = PER_HELICITY * helicityUnit() * Math.pow(UNITS.lengthCm(), 3);
        double before = box.axialDensity();
        double invariant = before - perHelicity * box.helicity();
        double largest = 0;
        for (int k = 0; k < 100; k++) {
            run(0.4 * (k + 1), 0.01);
            double now = box.axialDensity() - perHelicity * box.helicity();
            largest = Math.max(largest, Math.abs(now - invariant));
        }
        assertTrue(box.axialDensity() > 0.7 * before, "n_5 went from " + before + " to " + box.axialDensity());
        System.out.println("invariant of the axial density moves by " + largest / Math.abs(before) + " of it");
        assertTrue(largest < 1e-6 * Math.abs(before), "moved by " + largest / before);
    }

    /** Returns the host's unit of A.B [G^2 cm]. */
    private static double helicityUnit() {
        double gauss = Math.sqrt(UNITS.massG() / UNITS.lengthCm()) / UNITS.timeS();
        return gauss * gauss * UNITS.lengthCm();
    }
}
