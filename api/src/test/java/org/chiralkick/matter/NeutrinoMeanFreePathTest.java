package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NeutrinoMeanFreePathTest {
    private static final double NUCLEON = 939;

    @Test
    void inTheCoreItIsAQuarterOfAMetre() {
        double cm = NeutrinoMeanFreePath.degenerateChargedCurrentCm(300, 300, 300, 10, NUCLEON, NUCLEON);
        assertEquals(25, cm, 0.5);
        // the formula in 40-digit arithmetic
        assertEquals(24.7213298793417654, cm, 1e-12 * cm);
    }

    @Test
    void lighterNucleonsInMatterDoubleIt() {
        double mass = 0.7 * NUCLEON;
        assertEquals(50, NeutrinoMeanFreePath.degenerateChargedCurrentCm(300, 300, 300, 10, mass, mass), 0.6);
    }

    @Test
    void degenerateMatterBecomesTransparentAsTheInverseSquareOfTheTemperature() {
        double warm = NeutrinoMeanFreePath.degenerateChargedCurrentCm(300, 300, 300, 10, NUCLEON, NUCLEON);
        double cool = NeutrinoMeanFreePath.degenerateChargedCurrentCm(300, 300, 300, 1, NUCLEON, NUCLEON);
        assertEquals(100, cool / warm, 1e-12);
        double cold = NeutrinoMeanFreePath.degenerateChargedCurrentCm(300, 300, 300, 0, NUCLEON, NUCLEON);
        assertEquals(Double.POSITIVE_INFINITY, cold);
    }

    @Test
    void aNeutrinoAboveTheFermiSeaIsAbsorbedInTheColdAndOneInsideIsNot() {
        double above = NeutrinoMeanFreePath.degenerateChargedCurrentCm(310, 300, 300, 0, NUCLEON, NUCLEON);
        double warmOnTheSurface = NeutrinoMeanFreePath.degenerateChargedCurrentCm(300, 300, 300, 10, NUCLEON, NUCLEON);
        // (E - mu)^2 against pi^2 T^2/2
        assertEquals(warmOnTheSurface * Math.PI * Math.PI / 2, above, 1e-12 * above);
        assertEquals(
                Double.POSITIVE_INFINITY,
                NeutrinoMeanFreePath.degenerateChargedCurrentCm(290, 300, 300, 0, NUCLEON, NUCLEON));
    }

    @Test
    void crossSectionsOfATenMeVNeutrinoAreThoseOfTheTextbook() {
        // G_F^2 V_ud^2 (1 + 3 g_A^2) E_e^2/pi: 9.4e-44 cm^2 (E_e/MeV)^2
        assertEquals(9.4e-44 * 11.293 * 11.293, NeutrinoMeanFreePath.neutrinoCaptureCm2(10), 0.01 * 1.2e-41);
        assertEquals(9.4e-44 * 8.707 * 8.707, NeutrinoMeanFreePath.antineutrinoCaptureCm2(10), 0.01 * 7.1e-42);
        assertEquals(0.0, NeutrinoMeanFreePath.antineutrinoCaptureCm2(1));
        // (G_F^2 E^2/pi) (c_V^2 + 3 c_A^2) (1 - a/3) = (G_F^2 E^2/pi) (2 c_V^2 + 10 c_A^2)/3
        double unit = Math.pow(1.1663787e-11 * 10 * 1.9732698045930247e-11, 2) / Math.PI;
        double axial = 1.2754 * 1.2754 / 4;
        assertEquals(unit * (0.5 + 10 * axial) / 3, NeutrinoMeanFreePath.neutronScatteringCm2(10), 1e-12 * unit);
        double protonVector = Math.pow(0.5 - 2 * 0.23121, 2);
        assertEquals(
                unit * (2 * protonVector + 10 * axial) / 3, NeutrinoMeanFreePath.protonScatteringCm2(10), 1e-12 * unit);
    }

    @Test
    void dilutedMatterIsThatOfFreeNucleons() {
        double density = 1e8;
        double neutrons = density * 0.6 / PhysicalConstants.ATOMIC_MASS_G;
        double protons = density * 0.4 / PhysicalConstants.ATOMIC_MASS_G;
        double expected = 1
                / (neutrons
                                * (NeutrinoMeanFreePath.neutrinoCaptureCm2(15)
                                        + NeutrinoMeanFreePath.neutronScatteringCm2(15))
                        + protons * NeutrinoMeanFreePath.protonScatteringCm2(15));
        double joined = NeutrinoMeanFreePath.electronNeutrinoCm(15, density, 0.4, 2, 1, 0, 1);
        assertEquals(expected, joined, 1e-2 * expected);
    }

    @Test
    void coldDenseMatterKeepsTheDegenerateRate() {
        // neutrinos on their Fermi surface, T far below every Fermi energy: absorption over scattering is fixed by
        // blocking
        double degenerate = NeutrinoMeanFreePath.degenerateChargedCurrentCm(300, 300, 300, 0.1, NUCLEON, NUCLEON);
        double joined = NeutrinoMeanFreePath.electronNeutrinoCm(300, 4e14, 0.3, 0.1, 300, 300, 1);
        double scatteringOnly = scatteringCm(300, 4e14, 0.3, 0.1);
        assertEquals(1 / degenerate, 1 / joined - 1 / scatteringOnly, 1e-2 / degenerate);
        assertEquals(Double.POSITIVE_INFINITY, NeutrinoMeanFreePath.electronNeutrinoCm(300, 4e14, 0.3, 0, 300, 300, 1));
    }

    @Test
    void theJoinedPathIsNeverShorterThanEitherRegimeAllows() {
        for (double density = 1e8; density < 1e15; density *= 3) {
            for (double temperature = 0.1; temperature < 50; temperature *= 2) {
                double mu = LeptonPotentials.electron(density, 0.3, temperature);
                double energy = NeutrinoMeanFreePath.typicalEnergyMeV(mu / 2, temperature);
                double joined =
                        NeutrinoMeanFreePath.electronNeutrinoCm(energy, density, 0.3, temperature, mu, mu / 2, 1);
                double neutrons = density * 0.7 / PhysicalConstants.ATOMIC_MASS_G;
                double absorbed = 1 / joined - 1 / scatteringCm(energy, density, 0.3, temperature);
                double transfer = NeutrinoMeanFreePath.energyTransfer(
                        LeptonPotentials.numberDensity(density, 0.7),
                        LeptonPotentials.numberDensity(density, 0.3),
                        density,
                        temperature,
                        mu / 2,
                        NUCLEON);
                double free = neutrons * NeutrinoMeanFreePath.neutrinoCaptureCm2(energy + transfer - 1.293);
                assertTrue(absorbed >= -1e-12 / joined && absorbed <= free * (1 + 1e-12), "rho = " + density);
                double hotter = Math.hypot(mu, Math.PI * temperature);
                double degenerate = NeutrinoMeanFreePath.degenerateChargedCurrentCm(
                        energy, mu / 2, hotter, temperature, NUCLEON, NUCLEON);
                assertTrue(absorbed <= (1 + 1e-12) / degenerate, "rho = " + density + ", T = " + temperature);
            }
        }
    }

    @Test
    void inWarmDenseMatterTheElectronIsBlockedAsTheNeutrinoIs() {
        // The centre of a star 98 ms after bounce: a neutron hands 72 MeV over, so that electrons are made at mu_e.
        double temperature = 13.7;
        double energy = 168;
        double joined = NeutrinoMeanFreePath.electronNeutrinoCm(energy, 3.73e14, 0.285, temperature, 241.6, 168.1, 1);
        double degenerate = NeutrinoMeanFreePath.degenerateChargedCurrentCm(
                energy, 168.1, Math.hypot(241.6, Math.PI * temperature), temperature, NUCLEON, NUCLEON);
        double neutrons = 3.73e14 * 0.715 / PhysicalConstants.ATOMIC_MASS_G;
        double free = neutrons * NeutrinoMeanFreePath.neutrinoCaptureCm2(energy + 72 - 1.293) / 2;
        double absorbed = 1 / joined - 1 / scatteringCm(energy, 3.73e14, 0.285, temperature);
        assertEquals(1 / (degenerate + 1 / free), absorbed, 0.05 * absorbed);
    }

    @Test
    void whereNeutrinosDecoupleNeutronsHandOverTheMassDifference() {
        double n = LeptonPotentials.numberDensity(1e11, 0.5);
        assertEquals(1.293, NeutrinoMeanFreePath.energyTransfer(n, n, 1e11, 4, 30, NUCLEON), 0);
        assertEquals(1.293, NeutrinoMeanFreePath.energyTransfer(1000 * n, 0, 1e14, 4, 30, NUCLEON), 0);
        assertTrue(NeutrinoMeanFreePath.energyTransfer(1000 * n, 1000 * n, 1e14, 4, 30, NUCLEON) > 25);
    }

    @Test
    void degeneracyInClosedFormIsThatOfTheIntegral() {
        for (double eta = -8; eta < 60; eta += 0.37) {
            double density = density(eta, 20);
            assertEquals(eta, NeutrinoMeanFreePath.degeneracy(density, 20, NUCLEON), 0.02);
        }
        assertEquals(Double.POSITIVE_INFINITY, NeutrinoMeanFreePath.degeneracy(1e6, 0, NUCLEON));
    }

    /** Returns the density of a gas of nucleons by quadrature over t = sqrt(E/T) [MeV^3]. */
    private static double density(double eta, double temperature) {
        double sum = 0;
        double step = 1e-3;
        for (double t = step / 2; t < 12; t += step) {
            sum += 2 * t * t * step / (1 + Math.exp(t * t - eta));
        }
        return Math.pow(2 * NUCLEON * temperature, 1.5) / (2 * Math.PI * Math.PI) * sum;
    }

    @Test
    void theTypicalEnergyIsTheFermiEnergyOrTheMeanThermalOne() {
        assertEquals(300, NeutrinoMeanFreePath.typicalEnergyMeV(300, 1), 0.02);
        assertEquals(31.514, NeutrinoMeanFreePath.typicalEnergyMeV(0, 10), 1e-12);
        assertEquals(31.514, NeutrinoMeanFreePath.typicalEnergyMeV(-40, 10), 1e-12);
    }

    @Test
    void noNumberGivesNoNumber() {
        assertTrue(Double.isNaN(NeutrinoMeanFreePath.electronNeutrinoCm(10, Double.NaN, 0.3, 5, 20, 5, 1)));
        assertTrue(Double.isNaN(NeutrinoMeanFreePath.electronNeutrinoCm(10, 1e12, 0.3, Double.NaN, 20, 5, 1)));
        assertTrue(
                Double.isNaN(NeutrinoMeanFreePath.degenerateChargedCurrentCm(Double.NaN, 1, 10, 1, NUCLEON, NUCLEON)));
    }

    private static double scatteringCm(double energy, double density, double protonFraction, double temperature) {
        double neutrons = LeptonPotentials.numberDensity(density, 1 - protonFraction);
        double protons = LeptonPotentials.numberDensity(density, protonFraction);
        double perCm3 = PhysicalConstants.PER_CM3_PER_MEV3;
        return 1
                / (neutrons
                                * perCm3
                                * NeutrinoMeanFreePath.neutronScatteringCm2(energy)
                                * NeutrinoMeanFreePath.blocking(neutrons, temperature, NUCLEON)
                        + protons
                                * perCm3
                                * NeutrinoMeanFreePath.protonScatteringCm2(energy)
                                * NeutrinoMeanFreePath.blocking(protons, temperature, NUCLEON));
    }
}
