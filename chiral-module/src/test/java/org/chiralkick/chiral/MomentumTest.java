package org.chiralkick.chiral;

import static org.chiralkick.source.FluxField.NEUTRINO_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_FLUX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** What each momentum rule gives per neutrino, and what it leaves alone. */
class MomentumTest {
    private static final double[] FIELD = {1e14, -2e14, 3e14};
    private static final double[] VORTICITY = {1e9, 3e9, -2e9};

    @Test
    void energyCurrentIsHalfTheChemicalPotentialForDegenerateLeptons() {
        double perLepton = perNeutrino("energy-current", 10, 300, 300);
        assertEquals(150.5, perLepton, 0.06);
    }

    @Test
    void chemicalPotentialGivesEachNeutrinoItsOwn() {
        assertEquals(170, perNeutrino("chemical-potential", 10, 300, 170), 1e-12);
    }

    @Test
    void chemicalPotentialIsMuLWithOnePotentialForAll() {
        SmallHost host = SmallHost.ofZone(10, Double.NaN, 300, FIELD)
                .set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, 20)
                .want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                .evaluate(Sources.of(
                        "consistent", "chirality=given", "potentials=single", "momentum=chemical-potential"));
        assertEquals(280, perNeutrino(host), 1e-12);
    }

    @Test
    void meanEnergyIsThatOfTheNeutrinoGas() {
        assertEquals(227.45, perNeutrino("mean-energy", 10, 300, 300), 0.005);
        double expected = WeylGas.energyDensity(40, 15) / WeylGas.numberDensity(40, 15);
        assertEquals(expected, perNeutrino("mean-energy", 15, 300, 40), 1e-12 * expected);
    }

    @Test
    void thermalMomentumIsThatOfTheZoneUnlessGiven() {
        assertEquals(3.1514 * 12, perNeutrino("thermal", 12, 300, 170), 1e-12);
        SmallHost host = SmallHost.ofZone(12, 300, 170, FIELD)
                .want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                .evaluate(
                        Sources.with(
                                "{\"closures\": {\"momentum\": \"thermal\"}, \"parameters\": {\"neutrino-temperature-mev\": 4.5}}"));
        assertEquals(3.1514 * 4.5, perNeutrino(host), 1e-12);
    }

    @Test
    void meanEnergyWithoutNeutrinosIsZeroAndFlagged() {
        for (double neutrino : new double[] {0, -30}) {
            SmallHost host = SmallHost.ofZone(10, 200, neutrino, FIELD)
                    .want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                    .evaluate(Sources.of("consistent", "share=all-left-handed", "momentum=mean-energy"));
            assertTrue(host.flags(0).contains(ValidityFlag.MOMENTUM_UNDEFINED));
            assertTrue(host.get(NEUTRINO_FLUX, 0, 2) > 0);
            assertEquals(0, host.get(NEUTRINO_ENERGY_FLUX, 0, 2));
        }
    }

    @Test
    void meanEnergyOfFewNeutrinosDoesNotBlowUpWithTheCompositionShare() {
        SmallHost few = SmallHost.ofZone(10, 200, 1e-12, FIELD)
                .want(NEUTRINO_ENERGY_FLUX)
                .evaluate(Sources.of("consistent", "momentum=mean-energy"));
        double electrons = WeylGas.numberDensity(200, 10);
        double expected = WeylGas.energyDensity(0, 10)
                / electrons
                * 200
                / (4 * Math.PI * Math.PI)
                * FIELD[2]
                * PhysicalConstants.EB_MEV2_PER_GAUSS
                * PhysicalConstants.ENERGY_FLUX_PER_MEV4;
        assertEquals(expected, few.get(NEUTRINO_ENERGY_FLUX, 0, 2), 1e-12 * expected);
    }

    @Test
    void theVorticalEnergyFluxIsTheSameForEveryRule() {
        double share = 0.5;
        double expected = -(share * WeylGas.numberDensity(150, 20) + WeylGas.numberDensity(150, 20))
                * VORTICITY[1]
                / 2
                * PhysicalConstants.HBAR_MEV_S
                * PhysicalConstants.ENERGY_FLUX_PER_MEV4;
        for (String rule : new String[] {"energy-current", "chemical-potential", "mean-energy", "thermal"}) {
            SmallHost host = SmallHost.ofZone(20, 150, 150, 0, 0, 0)
                    .set(ZoneField.VORTICITY, 0, VORTICITY)
                    .want(NEUTRINO_ENERGY_FLUX)
                    .evaluate(Sources.of("consistent", "momentum=" + rule));
            assertEquals(expected, host.get(NEUTRINO_ENERGY_FLUX, 0, 1), -1e-14 * expected, rule);
        }
    }

    private static double perNeutrino(String rule, double temperature, double electron, double neutrino) {
        return perNeutrino(SmallHost.ofZone(temperature, electron, neutrino, FIELD)
                .want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                .evaluate(Sources.of("consistent", "momentum=" + rule)));
    }

    /** Returns F_E/F_N [MeV], the same along every axis. */
    private static double perNeutrino(SmallHost host) {
        double[] number = host.get(NEUTRINO_FLUX, 0);
        double[] energy = host.get(NEUTRINO_ENERGY_FLUX, 0);
        double quotient = energy[2] / number[2] / PhysicalConstants.ERG_PER_MEV;
        assertEquals(quotient, energy[0] / number[0] / PhysicalConstants.ERG_PER_MEV, 1e-13 * quotient);
        return quotient;
    }
}
