package org.chiralkick.star.evolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.matter.NuclearForces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsobaricResponseTest {
    private static final DenseMatter MATTER = new DenseMatter(NuclearForces.lattimerSwesty());

    @ParameterizedTest
    @CsvSource({"4e14, 20, 0.25", "1e14, 10, 0.1", "3e12, 4, 0.1", "5e11, 5, 0.2"})
    void itIsTheDifferenceOfStatesOfTheSamePressure(double density, double temperature, double electrons) {
        MatterState state = MATTER.at(LeptonPotentials.numberDensity(density, 1), temperature, electrons);
        IsobaricResponse response = IsobaricResponse.of(MATTER, state);
        double dT = 1e-3 * temperature;
        double dEta = 1e-3;
        compare(response, isobar(state, -dT, 0), isobar(state, dT, 0), 2 * dT, 0);
        compare(response, isobar(state, 0, -dEta), isobar(state, 0, dEta), 0, 2 * dEta);
    }

    private static void compare(IsobaricResponse response, MatterState less, MatterState more, double dT, double dEta) {
        double leptons = more.leptonFraction() - less.leptonFraction();
        double enthalpy = enthalpy(more) - enthalpy(less);
        double volume = volume(more) - volume(less);
        assertClose(leptons, response.leptonsPerMev() * dT + response.leptonsPerEta() * dEta);
        assertClose(enthalpy, response.enthalpyPerMev() * dT + response.enthalpyPerEta() * dEta);
        assertClose(volume, response.volumePerMev() * dT + response.volumePerEta() * dEta);
        // First law at constant pressure: dh = T ds + mu_nu dY_L
        double t = (more.temperature() + less.temperature()) / 2;
        double mu = (more.neutrinoPotential() + less.neutrinoPotential()) / 2;
        double heat = t * (more.entropyPerBaryon() - less.entropyPerBaryon()) + mu * leptons;
        assertEquals(heat, enthalpy, 1e-4 * Math.abs(enthalpy));
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-3 * Math.abs(expected));
    }

    private static double enthalpy(MatterState state) {
        return state.energyPerBaryon() + state.pressure() / state.baryonDensity();
    }

    private static double volume(MatterState state) {
        return 1 / (state.baryonDensity() * PhysicalConstants.PER_CM3_PER_MEV3);
    }

    /** Returns the state with T and eta changed and the pressure kept, by Newton's method in density and Y_e. */
    private static MatterState isobar(MatterState start, double dT, double dEta) {
        double pressure = start.pressure();
        double eta = start.neutrinoDegeneracy() + dEta;
        double t = start.temperature() + dT;
        double n = start.baryonDensity();
        double ye = start.electronFraction();
        for (int k = 0; k < 30; k++) {
            MatterState here = MATTER.at(n, t, ye);
            double h = 1e-5;
            MatterState dense = MATTER.at(n * (1 + h), t, ye);
            MatterState rich = MATTER.at(n, t, ye * (1 + h));
            double pn = (dense.pressure() - here.pressure()) / h;
            double py = (rich.pressure() - here.pressure()) / h;
            double en = (dense.neutrinoDegeneracy() - here.neutrinoDegeneracy()) / h;
            double ey = (rich.neutrinoDegeneracy() - here.neutrinoDegeneracy()) / h;
            double p = pressure - here.pressure();
            double e = eta - here.neutrinoDegeneracy();
            double determinant = pn * ey - py * en;
            n *= 1 + (p * ey - py * e) / determinant;
            ye *= 1 + (pn * e - p * en) / determinant;
        }
        MatterState found = MATTER.at(n, t, ye);
        assertEquals(pressure, found.pressure(), 1e-11 * pressure);
        assertEquals(eta, found.neutrinoDegeneracy(), 1e-9);
        return found;
    }

    @Test
    void matterThatWouldSeparateAnswersAtConstantVolume() {
        // Cold, below the density of nuclei: its pressure falls when it is squeezed and its electrons follow.
        double n = LeptonPotentials.numberDensity(1.5e13, 1);
        double t = 0.3;
        double ye = 0.1;
        IsobaricResponse response = IsobaricResponse.of(MATTER, MATTER.at(n, t, ye));
        assertEquals(0, response.volumePerMev(), 0);
        assertEquals(0, response.volumePerEta(), 0);
        double dT = 1e-5;
        double dY = 1e-6;
        double slope = (MATTER.at(n, t + dT, ye).neutrinoDegeneracy()
                        - MATTER.at(n, t - dT, ye).neutrinoDegeneracy())
                / (2 * dT);
        double perElectron = (MATTER.at(n, t, ye + dY).neutrinoDegeneracy()
                        - MATTER.at(n, t, ye - dY).neutrinoDegeneracy())
                / (2 * dY);
        double follow = -slope / perElectron * dT;
        double expected = (MATTER.at(n, t + dT, ye + follow).energyPerBaryon()
                        - MATTER.at(n, t - dT, ye - follow).energyPerBaryon())
                / (2 * dT);
        assertEquals(expected, response.enthalpyPerMev(), 1e-3 * Math.abs(expected));
    }
}
