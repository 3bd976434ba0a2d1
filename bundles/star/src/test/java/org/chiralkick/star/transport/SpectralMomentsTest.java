package org.chiralkick.star.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.matter.NuclearForces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectralMomentsTest {
    private static final double PI_SQUARED = Math.PI * Math.PI;
    private static final DenseMatter MATTER = new DenseMatter(NuclearForces.lattimerSwesty());

    /** eta of these states: 11.6, 3.8, 0.4, -3. */
    @ParameterizedTest
    @CsvSource({"4e14, 15, 0.285", "1.5e14, 20, 0.2", "1e13, 10, 0.08", "2e14, 20, 0.08"})
    void numberAndEnergyAreThoseOfTheWeylGas(double density, double temperature, double ye) {
        MatterState state = MATTER.at(LeptonPotentials.numberDensity(density, 1), temperature, ye);
        SpectralMoments nu = SpectralMoments.of(Species.ELECTRON_NEUTRINO, state, (s, e, m) -> 7);
        SpectralMoments anti = SpectralMoments.of(Species.ELECTRON_ANTINEUTRINO, state, (s, e, m) -> 7);
        double t = temperature;
        double number = WeylGas.numberDensity(state.neutrinoPotential(), t);
        double energy = WeylGas.energyDensity(state.neutrinoPotential(), t);
        double susceptibility = WeylGas.susceptibility(state.neutrinoPotential(), t);
        double scale = t * t * t * (nu.i3() + anti.i3()) / (6 * PI_SQUARED);
        assertEquals(number, t * t * t * (nu.i3() - anti.i3()) / (6 * PI_SQUARED), 1e-4 * scale);
        assertEquals(energy, t * t * t * t * (nu.i4() + anti.i4()) / (8 * PI_SQUARED), 1e-4 * energy);
        assertEquals(susceptibility, t * t * (nu.i2() + anti.i2()) / (2 * PI_SQUARED), 1e-4 * susceptibility);
        assertEquals(7, nu.meanFreePathCm(), 1e-12);
        assertEquals(7 * nu.i3(), nu.d3(), 1e-12 * nu.d3());
    }

    @ParameterizedTest
    @CsvSource({"1e12, 6, 0.1"})
    void aPathThatFallsAsTheSquareOfTheEnergyGivesTheRosselandMean(double density, double temperature, double ye) {
        // For lambda = a/E^2 and eta = 0: D_4/I_4 = (a/T^2) I_2/I_4, I_2 = pi^2/6, I_4 = 7 pi^4/30.
        MatterState state = MATTER.at(LeptonPotentials.numberDensity(density, 1), temperature, ye);
        SpectralMoments heavy = SpectralMoments.of(Species.HEAVY_LEPTON, state, (s, e, m) -> 100 / (e * e));
        double expected = 100 / (temperature * temperature) * (PI_SQUARED / 6) / (7 * PI_SQUARED * PI_SQUARED / 30);
        assertEquals(expected, heavy.meanFreePathCm(), 1e-4 * expected);
    }
}
