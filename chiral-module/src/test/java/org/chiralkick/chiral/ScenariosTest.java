package org.chiralkick.chiral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.chiral.support.Golden;
import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.Settings;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** The chirality closures against the paper's scenarios A and B, worked out at 50 digits. */
class ScenariosTest {
    private static final double TOLERANCE = 4e-15;

    private final List<JsonObject> scenarios =
            Golden.read("states.json").getJsonArray("scenarios").getValuesAs(JsonObject.class);

    @Test
    void preservedChiralityIsScenarioA() {
        LeptonColumns leptons = divide("preserved", 0);
        for (int i = 0; i < scenarios.size(); i++) {
            JsonObject expected = scenarios.get(i).getJsonObject("A_three_charge_chirality_preserved_n5_zero");
            double left = Golden.number(expected, "mu_eL");
            double right = Golden.number(expected, "mu_eR");
            double scale = Math.max(Math.abs(right), roundingOfDensities(i, left));
            double mean = leptons.electron()[i];
            double axial = leptons.axial()[i];
            assertEquals(left, mean + axial, TOLERANCE * scale, "mu_eL of " + id(i));
            assertEquals(right, mean - axial, TOLERANCE * scale, "mu_eR of " + id(i));
            assertEquals(Golden.number(expected, "mu5"), axial, TOLERANCE * scale, "mu_5 of " + id(i));
        }
    }

    @Test
    void washedOutChiralityIsScenarioB() {
        LeptonColumns leptons = divide("washed-out", 0);
        for (int i = 0; i < scenarios.size(); i++) {
            JsonObject expected = scenarios.get(i).getJsonObject("B_three_charge_neL_equals_neR");
            double mu = Golden.number(expected, "mu_eL");
            assertEquals(mu, leptons.electron()[i], TOLERANCE * mu, id(i));
            assertEquals(0, leptons.axial()[i]);
        }
    }

    @Test
    void washingOutKeepsTheElectronDensity() {
        LeptonColumns leptons = divide("washed-out", 40);
        for (int i = 0; i < scenarios.size(); i++) {
            double mu = electron(i);
            double t = temperature(i);
            double before = WeylGas.numberDensity(mu + 40, t) + WeylGas.numberDensity(mu - 40, t);
            double after = 2 * WeylGas.numberDensity(leptons.electron()[i], t);
            assertEquals(before, after, TOLERANCE * WeylGas.numberDensity(mu + 40, t), id(i));
            assertTrue(mu == 0 || leptons.electron()[i] > mu, "mu_5 holds electrons; without it mu_e is larger");
            assertEquals(0, leptons.axial()[i]);
        }
    }

    @Test
    void preservedChiralityTakesTheElectronsOfBothPotentials() {
        LeptonColumns leptons = divide("preserved", 40);
        for (int i = 0; i < scenarios.size(); i++) {
            double mu = electron(i);
            double t = temperature(i);
            double before = WeylGas.numberDensity(mu + 40, t) + WeylGas.numberDensity(mu - 40, t);
            double left = WeylGas.numberDensity(leptons.electron()[i] + leptons.axial()[i], t);
            double right = WeylGas.numberDensity(leptons.electron()[i] - leptons.axial()[i], t);
            double tolerance = TOLERANCE * WeylGas.numberDensity(mu + 40, t);
            assertEquals(before, left + right, tolerance, id(i));
            assertEquals(WeylGas.numberDensity(neutrino(i), t), right - left, tolerance, id(i));
        }
    }

    private LeptonColumns divide(String chirality, double axial) {
        SmallHost host = new SmallHost(scenarios.size());
        for (int i = 0; i < scenarios.size(); i++) {
            host.set(ZoneField.TEMPERATURE, i, temperature(i));
            host.set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, i, electron(i));
            host.set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, i, neutrino(i));
            if (axial != 0) {
                host.set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, i, axial);
            }
        }
        Closures closures = ChiralSettings.of(Settings.none().withClosure("chirality", chirality))
                .closures();
        LeptonColumns leptons = new LeptonColumns();
        leptons.load(host.zones(), 0, 0, scenarios.size(), closures);
        return leptons;
    }

    /** n_eL is a difference of n_e and n_nu; what their rounding does to mu_eL has the scale n_e/chi_eL. */
    private double roundingOfDensities(int i, double left) {
        double electrons = 2 * WeylGas.numberDensity(electron(i), temperature(i));
        return electrons == 0 ? 0 : electrons / WeylGas.susceptibility(left, temperature(i));
    }

    private String id(int i) {
        return scenarios.get(i).getString("id");
    }

    private double temperature(int i) {
        return Golden.number(scenarios.get(i).getJsonObject("in"), "T_MeV");
    }

    private double electron(int i) {
        return WeylGas.chemicalPotential(density(i, "n_e_fm-3") / 2, temperature(i));
    }

    private double neutrino(int i) {
        return WeylGas.chemicalPotential(density(i, "n_nu_fm-3"), temperature(i));
    }

    private double density(int i, String key) {
        return Golden.number(scenarios.get(i).getJsonObject("in"), key) / PhysicalConstants.PER_FM3_PER_MEV3;
    }
}
