package org.chiralkick.star.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrozenFieldTest {
    private static final double KM = 1e5;

    @Test
    void aUniformFieldIsTheSameVectorEverywhere() {
        for (double cosine : new double[] {-1, -0.3, 0, 0.8, 1}) {
            PolarVector b = MagneticField.uniform(3e12).gaussAt(7 * KM, cosine);
            double sine = Math.sqrt(1 - cosine * cosine);
            assertEquals(3e12, b.radial() * cosine - b.polar() * sine, 1, "along the axis");
            assertEquals(0, b.radial() * sine + b.polar() * cosine, 1e-3, "across the axis");
        }
    }

    @Test
    void aDipoleFallsWithTheCubeOfTheDistance() {
        MagneticField dipole = MagneticField.dipole(1e13, 10 * KM);
        assertEquals(1e13, dipole.gaussAt(10 * KM, 1).radial(), 1e-2);
        assertEquals(1e13 / 8, dipole.gaussAt(20 * KM, 1).radial(), 1e-2);
        assertEquals(0.5e13 / 8, dipole.gaussAt(20 * KM, 0).polar(), 1e-2);
        assertEquals(1e13, dipole.gaussAt(3 * KM, 0.4).norm(), 1e-2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 9.99, 10.01, 33})
    void fluxThroughAHemisphereIsThatOfTheField(double km) {
        // Flux through the northern hemisphere equals that through its equatorial disk: div B = 0.
        MagneticField dipole = MagneticField.dipole(1e13, 10 * KM);
        double r = km * KM;
        double flux = 0;
        int n = 2000;
        for (int i = 0; i < n; i++) {
            flux += 2 * Math.PI * r * r / n * dipole.gaussAt(r, (i + 0.5) / n).radial();
        }
        double sphere = 10 * KM;
        double expected = km < 10 ? Math.PI * r * r * 1e13 : Math.PI * 1e13 * sphere * sphere * sphere / r;
        assertEquals(expected, flux, 1e-6 * expected);
    }

    @Test
    void contractionKeepsTheFluxThroughEveryShell() {
        FrozenField frozen = new FrozenField(MagneticField.dipole(1e12, 40 * KM), Double.POSITIVE_INFINITY);
        double r0 = 30 * KM;
        double r = 12 * KM;
        double before = frozen.gaussAt(0, r0, r0, 1, 0.6).radial() * r0 * r0;
        double after = frozen.gaussAt(3, r0, r, 20, 0.6).radial() * r * r;
        assertEquals(before, after, 1e-12 * before);
        // Toroidal flux through a ring of r dr with rho r^2 dr = constant: B_t r dr = B_t/(rho r)
        double ringBefore = frozen.gaussAt(0, r0, r0, 1, 0.6).polar() / r0;
        double ringAfter = frozen.gaussAt(3, r0, r, 20, 0.6).polar() / (20 * r);
        assertEquals(ringBefore, ringAfter, 1e-12 * Math.abs(ringBefore));
    }

    @Test
    void homologousContractionStrengthensAllComponentsAlike() {
        FrozenField frozen = new FrozenField(MagneticField.uniform(1e12), Double.POSITIVE_INFINITY);
        PolarVector b = frozen.gaussAt(1, 30 * KM, 10 * KM, 27, 0.3);
        PolarVector b0 = MagneticField.uniform(9e12).gaussAt(10 * KM, 0.3);
        assertEquals(b0.radial(), b.radial(), 1e-3);
        assertEquals(b0.polar(), b.polar(), 1e-3);
    }

    @Test
    void aFieldThatDecaysLosesAFactorEInItsTime() {
        FrozenField frozen = new FrozenField(MagneticField.uniform(1e12), 2);
        assertEquals(1e12 / Math.E, frozen.gaussAt(2, KM, KM, 1, 1).radial(), 1e-3);
        var refused = assertThrows(IllegalArgumentException.class, () -> new FrozenField(MagneticField.uniform(1), 0));
        assertEquals("decay time of the field is 0.0 s; must be > 0 (infinite for no decay)", refused.getMessage());
    }

    @Test
    void fieldsAreScaledAndStretched() {
        MagneticField field = MagneticField.dipole(1e12, 10 * KM).times(3).stretched(2);
        assertEquals(3e12, field.gaussAt(20 * KM, 1).radial(), 1e-2);
        assertEquals(3e12 / 8, field.gaussAt(40 * KM, 1).radial(), 1e-2);
    }
}
