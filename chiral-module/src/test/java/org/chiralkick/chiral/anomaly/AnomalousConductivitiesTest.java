package org.chiralkick.chiral.anomaly;

import static org.chiralkick.chiral.anomaly.Charge.AXIAL;
import static org.chiralkick.chiral.anomaly.Charge.ELECTRIC;
import static org.chiralkick.chiral.anomaly.Charge.LEPTON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.function.ToDoubleFunction;
import org.chiralkick.chiral.support.Golden;
import org.chiralkick.chiral.support.GoldenState;
import org.chiralkick.matter.WeylGas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The coefficient form, the species form and the golden states are the same physics. */
class AnomalousConductivitiesTest {
    private static final double TOLERANCE = 4e-15;
    private static final LeptonFamily ELECTRONS = LeptonFamily.of(FieldContent.ELECTRON_FAMILY);
    private static final double PI_SQUARED = Math.PI * Math.PI;

    static Iterable<GoldenState> states() {
        return Golden.states();
    }

    @ParameterizedTest
    @MethodSource("states")
    void coefficientFormIsTheGoldenState(GoldenState state) {
        AnomalousConductivities sigma = coefficients(state);
        JsonObject magnetic = state.physical().getJsonObject("sigB");
        JsonObject vortical = state.physical().getJsonObject("sigV_per_curl");
        double scale = scale(state);
        check("sigB em", Golden.number(magnetic, "em"), sigma.magnetic(ELECTRIC, ELECTRIC), scale);
        check("sigB l", Golden.number(magnetic, "l"), sigma.magnetic(LEPTON, ELECTRIC), scale);
        check("sigB l5", Golden.number(magnetic, "l5"), sigma.magnetic(AXIAL, ELECTRIC), scale);
        double square = scale * scale;
        check("sigV em", Golden.number(vortical, "em"), sigma.vortical(ELECTRIC), square);
        check("sigV l", Golden.number(vortical, "l"), sigma.vortical(LEPTON), square);
        check("sigV l5", Golden.number(vortical, "l5"), sigma.vortical(AXIAL), square);
        check("sigepsB", Golden.number(state.physical(), "sigepsB"), sigma.magneticEnergy(ELECTRIC), square);
        check("sigepsV", Golden.number(state.physical(), "sigepsV_per_curl"), sigma.vorticalEnergy(), square * scale);
    }

    @ParameterizedTest
    @MethodSource("states")
    void speciesFormIsTheCoefficientForm(GoldenState state) {
        AnomalousConductivities sigma = coefficients(state);
        ChemicalPotentials mu = sigma.potentials();
        double temperature = state.temperature();
        double scale = scale(state);
        for (Charge charge : Charge.values()) {
            check(
                    "magnetic " + charge,
                    sigma.magnetic(charge, ELECTRIC),
                    sum(s -> charge.of(s) * WeylCurrent.magnetic(s, mu.of(s))),
                    scale);
            check(
                    "vortical " + charge,
                    sigma.vortical(charge),
                    sum(s -> charge.of(s) * WeylCurrent.vortical(s, mu.of(s), temperature)) / 2,
                    scale * scale);
        }
        check(
                "magnetic energy",
                sigma.magneticEnergy(ELECTRIC),
                sum(s -> WeylCurrent.magneticEnergy(s, mu.of(s), temperature)),
                scale * scale);
        check(
                "vortical energy",
                sigma.vorticalEnergy(),
                sum(s -> WeylCurrent.vorticalEnergy(s, mu.of(s), temperature)) / 2,
                scale * scale * scale);
    }

    @ParameterizedTest
    @MethodSource("states")
    void speciesCurrentsAreTheGoldenOnes(GoldenState state) {
        checkSpecies(state, "eR", WeylSpecies.RIGHT_ELECTRON, state.right());
        checkSpecies(state, "eL", WeylSpecies.LEFT_ELECTRON, state.left());
        checkSpecies(state, "nu", WeylSpecies.NEUTRINO, state.neutrino());
    }

    private static void checkSpecies(GoldenState state, String name, WeylSpecies species, double mu) {
        double[] field = Golden.vector(state.json(), "eB_MeV2");
        double[] omega = Golden.vector(state.json(), "Omega_MeV");
        double temperature = state.temperature();
        for (int axis = 0; axis < 3; axis++) {
            double current = WeylCurrent.magnetic(species, mu) * field[axis]
                    + WeylCurrent.vortical(species, mu, temperature) * omega[axis];
            double energy = WeylCurrent.magneticEnergy(species, mu, temperature) * field[axis]
                    + WeylCurrent.vorticalEnergy(species, mu, temperature) * omega[axis];
            check(name + " current", state.current(name)[axis], current, state.currentScale());
            check(name + " energy current", state.energyCurrent(name)[axis], energy, state.energyScale());
        }
    }

    @Test
    void theMagneticConductivitiesHaveTheClosedFormsOfTheSpecification() {
        ChemicalPotentials mu = ELECTRONS.potentials(230, 250, 170);
        AnomalousConductivities sigma = new AnomalousConductivities(FieldContent.ELECTRON_FAMILY, mu, 20);
        assertEquals(mu.axial() / (2 * PI_SQUARED), sigma.magnetic(LEPTON, ELECTRIC), 1e-14);
        assertEquals((230 + 250) / (4 * PI_SQUARED), sigma.magnetic(AXIAL, ELECTRIC), 1e-13);
        assertEquals((mu.lepton() - mu.electric()) / (2 * PI_SQUARED), sigma.magnetic(AXIAL, ELECTRIC), 1e-13);
        assertEquals(
                (mu.lepton() - mu.electric()) * mu.axial() / (2 * PI_SQUARED), sigma.magneticEnergy(ELECTRIC), 1e-12);
    }

    @Test
    void theVorticalEnergyCurrentOfASpeciesIsItsChiralityTimesItsNetDensity() {
        for (WeylSpecies species : FieldContent.ELECTRON_FAMILY.species()) {
            double density = WeylGas.numberDensity(123, 17);
            assertEquals(
                    species.chirality() * density, WeylCurrent.vorticalEnergy(species, 123, 17), 2 * Math.ulp(density));
        }
    }

    @Test
    void thePotentialsOfTheChargesGiveThoseOfTheSpeciesBack() {
        ChemicalPotentials mu = ELECTRONS.potentials(230, 250, 170);
        assertEquals(230, mu.of(WeylSpecies.LEFT_ELECTRON), 1e-13);
        assertEquals(250, mu.of(WeylSpecies.RIGHT_ELECTRON), 1e-13);
        assertEquals(170, mu.of(WeylSpecies.NEUTRINO), 1e-13);
    }

    private static double sum(ToDoubleFunction<WeylSpecies> term) {
        return FieldContent.ELECTRON_FAMILY.species().stream().mapToDouble(term).sum();
    }

    private static AnomalousConductivities coefficients(GoldenState state) {
        ChemicalPotentials mu = ELECTRONS.potentials(state.left(), state.right(), state.neutrino());
        return new AnomalousConductivities(FieldContent.ELECTRON_FAMILY, mu, state.temperature());
    }

    /** The largest energy of a state: conductivities are differences of its powers. */
    private static double scale(GoldenState state) {
        return Math.abs(state.left()) + Math.abs(state.right()) + Math.abs(state.neutrino()) + state.temperature();
    }

    private static void check(String what, double expected, double computed, double scale) {
        assertEquals(expected, computed, TOLERANCE * scale, what);
    }
}
