package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeptonPotentialsTest {
    private static final double ELECTRON = PhysicalConstants.ELECTRON_MASS_MEV;

    @Test
    void leptonsPerBaryonAreCountedPerAtomicMassUnit() {
        double perCm3 = LeptonPotentials.numberDensity(1.66053907e14, 0.3) * PhysicalConstants.PER_CM3_PER_MEV3;
        assertEquals(3e37, perCm3, 1e-6 * 3e37);
    }

    @Test
    void neutrinosHaveOneHelicityAndElectronsTwo() {
        double n = LeptonPotentials.numberDensity(1e14, 0.1);
        assertEquals(WeylGas.chemicalPotential(n, 10), LeptonPotentials.neutrino(1e14, 0.1, 10));
        assertEquals(-LeptonPotentials.neutrino(1e14, 0.1, 10), LeptonPotentials.neutrino(1e14, -0.1, 10));
        double massless = WeylGas.chemicalPotential(n / 2, 10);
        double correction = 1.5 * ELECTRON * ELECTRON * massless / (3 * massless * massless + Math.PI * Math.PI * 100);
        assertEquals(massless + correction, LeptonPotentials.electron(1e14, 0.1, 10), 1e-14 * massless);
    }

    @ParameterizedTest(name = "T = {0} MeV")
    @ValueSource(doubles = {0, 0.01, 0.1, 0.5, 1, 3, 10})
    void theChangeOfMethodAt1e10IsInvisible(double temperature) {
        for (double electronFraction : new double[] {0.05, 0.2, 0.45}) {
            double below = LeptonPotentials.electron(Math.nextDown(1e10), electronFraction, temperature);
            double above = LeptonPotentials.electron(1e10, electronFraction, temperature);
            assertEquals(below, above, 2e-5 * below);
        }
    }

    @Test
    void fewColdElectronsInDenseMatterKeepTheirRestMass() {
        assertEquals(ELECTRON, LeptonPotentials.electron(1e14, 1e-18, 0), 1e-6);
        assertEquals(0.0, LeptonPotentials.electron(1e14, 0, 0));
        assertEquals(0.0, LeptonPotentials.electron(1e14, 0, 10));
    }

    @Test
    void thinColdMatterHasTheFermiEnergyOfWhiteDwarfs() {
        double x = Math.cbrt(
                1e6 * 0.5 / 9.739e5); // p_F/m: 1 at rho Y_e = 9.74e5 g/cm^3 (Shapiro and Teukolsky 1983, eq. 2.3.12)
        assertEquals(ELECTRON * Math.sqrt(1 + x * x), LeptonPotentials.electron(1e6, 0.5, 0), 1e-4 * ELECTRON);
    }

    @Test
    void electronPotentialsOfRealProfilesAgreeToAThousandthAbove1e10() {
        int compared = 0;
        for (Map.Entry<String, List<Map<String, Double>>> profile :
                RealProfiles.all().entrySet()) {
            for (Map<String, Double> zone : profile.getValue()) {
                double rho = value(zone, "rho_gcc");
                double expected = value(zone, "mu_e_MeV");
                if (rho > 1e10 && !Double.isNaN(expected)) {
                    double mu = LeptonPotentials.electron(rho, value(zone, "Ye"), value(zone, "T_MeV"));
                    assertEquals(expected, mu, 1e-3 * expected, profile.getKey() + ": " + zone);
                    compared++;
                }
            }
        }
        assertTrue(compared > 300, "zones above 1e10 g/cm^3: " + compared);
    }

    @Test
    void thinZonesOfRealProfilesAgreeToo() {
        int compared = 0;
        for (Map.Entry<String, List<Map<String, Double>>> profile :
                RealProfiles.all().entrySet()) {
            for (Map<String, Double> zone : profile.getValue()) {
                double rho = value(zone, "rho_gcc");
                double expected = value(zone, "mu_e_MeV");
                if (rho <= 1e10 && !Double.isNaN(expected)) {
                    double mu = LeptonPotentials.electron(rho, value(zone, "Ye"), value(zone, "T_MeV"));
                    assertEquals(expected, mu, 1e-3 * expected, profile.getKey() + ": " + zone);
                    compared++;
                }
            }
        }
        assertTrue(compared > 100, "zones below 1e10 g/cm^3: " + compared);
    }

    @Test
    void neutrinoPotentialsOfRealProfilesAgreeToHalfAPermilleAbove1e13() {
        int compared = 0;
        for (Map.Entry<String, List<Map<String, Double>>> profile :
                RealProfiles.all().entrySet()) {
            for (Map<String, Double> zone : profile.getValue()) {
                double rho = value(zone, "rho_gcc");
                double expected = value(zone, "mu_nue_MeV");
                if (rho > 1e13 && !Double.isNaN(expected)) {
                    double mu = LeptonPotentials.neutrino(rho, value(zone, "Ynu_e_net"), value(zone, "T_MeV"));
                    assertEquals(expected, mu, 5e-4 * Math.abs(expected), profile.getKey() + ": " + zone);
                    compared++;
                }
            }
        }
        assertTrue(compared > 100, "zones above 1e13 g/cm^3: " + compared);
    }

    private static double value(Map<String, Double> zone, String column) {
        return zone.getOrDefault(column, Double.NaN);
    }
}
