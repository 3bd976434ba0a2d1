package org.chiralkick.it.physics;

import static org.chiralkick.it.physics.Runs.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.host.Coupling;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.it.felix.FelixExtension;
import org.chiralkick.matter.PhysicalConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The numbers of Kaminski et al. 2016 out of the SPI call in Felix and the ledger, at their exact values (guide/physics.md, section 5). */
@ExtendWith(FelixExtension.class)
class PaperNumbersIT {
    private static final double ROUNDING = 1e-12;
    private static final String PAPER = "{'source': 'chiral', 'preset': 'kubs-2016'}";
    private static final String CONSISTENT_FIELD =
            "{'source': 'chiral', 'closures':" + " {'share': 'all-left-handed', 'momentum': 'chemical-potential'}}";
    private static final String ENERGY_CURRENT =
            "{'source': 'chiral', 'closures': {'share': 'all-left-handed', 'momentum': 'energy-current'}}";

    @Test
    void thePaperSendsOut9e54NeutrinosPerSecond(FelixRuntime felix) {
        try (Coupling coupling = Runs.open(felix, PAPER)) {
            coupling.begin(0, 0, 1);
            double rate = coupling.evaluate(Emitters.disk(1e12).bind(), 1).numberRate();
            assertClose(Golden.paper("Ndot_nu", "1/2 J_l5 pi r^2, B=0.1 MeV^2"), rate, ROUNDING);
        }
    }

    @Test
    void thePapersStarIsKickedTo4978KmPerS(FelixRuntime felix) {
        Recoil recoil = Runs.recoil(felix, PAPER, Emitters.disk(1e12).bind());
        assertClose(-Golden.paper("v", "exact evaluation of the paper formula"), Runs.kickKmPerS(recoil), ROUNDING);
        assertClose(-Golden.paper("momentum p_NS", ""), recoil.momentum().z(), ROUNDING);
        assertClose(Golden.paper("beam energy in 10 s", ""), recoil.energyErg(), ROUNDING);
        assertClose(1e58 * Golden.paper("N(10 s)/1e58", ""), recoil.number(), ROUNDING);
        assertEquals(0, recoil.momentum().x());
        assertEquals(100, recoil.steps());
    }

    @Test
    void withAConsistentFieldItIs294KmPerS(FelixRuntime felix) {
        Recoil recoil = Runs.recoil(felix, CONSISTENT_FIELD, Emitters.disk(1e12).bind());
        assertClose(-Golden.paper("v", "consistent eB of 10^12 G, <p>=mu"), Runs.kickKmPerS(recoil), ROUNDING);
        assertClose(1e58 * Golden.paper("N(10 s)/1e58", "consistent eB"), recoil.number(), ROUNDING);
        assertClose(Golden.paper("beam energy in 10 s, consistent eB", ""), recoil.energyErg(), ROUNDING);
    }

    @Test
    void withTheEnergyCurrentItIs148KmPerS(FelixRuntime felix) {
        Recoil recoil = Runs.recoil(felix, ENERGY_CURRENT, Emitters.disk(1e12).bind());
        assertClose(-Golden.paper("v", "consistent eB 10^12 G, momentum from T^0i"), Runs.kickKmPerS(recoil), ROUNDING);
        double energyPerNeutrinoMeV = recoil.energyErg() / recoil.number() / PhysicalConstants.ERG_PER_MEV;
        assertClose(Golden.paper("p_eps = sigma_eps/sigma", ""), energyPerNeutrinoMeV, ROUNDING);
    }

    @Test
    void theEnergyCurrentOfThePapersFieldGivesHalfTheKick(FelixRuntime felix) {
        Recoil recoil = Runs.recoil(
                felix,
                "{'source': 'chiral', 'preset': 'kubs-2016', 'closures': {'momentum': 'energy-current'}}",
                Emitters.disk(1e12).bind());
        assertClose(
                -Golden.paper("v", "B=0.1 MeV^2, momentum from T^0i of the left-handed half"),
                Runs.kickKmPerS(recoil),
                ROUNDING);
    }

    @Test
    void theMeanEnergyOfTheGasIs227MeV(FelixRuntime felix) {
        Recoil recoil = Runs.recoil(
                felix,
                "{'source': 'chiral', 'closures': {'share': 'all-left-handed', 'momentum': 'mean-energy'}}",
                Emitters.disk(1e12).bind());
        assertClose(
                Golden.paper("mean energy eps/n of the Weyl gas", ""),
                recoil.energyErg() / recoil.number() / PhysicalConstants.ERG_PER_MEV,
                ROUNDING);
    }

    @Test
    void theVorticalKickOfAMillisecondPulsarIsNothing(FelixRuntime felix) {
        Emitters disk = Emitters.disk(0);
        disk.vorticity[2][0] = -2 * (2 * Math.PI / 1e-3); // against z, so that the neutrinos leave along z
        Recoil recoil = Runs.recoil(felix, "{'source': 'vortical'}", disk.bind());
        double momentum = recoil.number() * 300 * PhysicalConstants.G_CM_PER_S_PER_MEV;
        assertClose(
                Golden.paper("CVE kick of the neutrinos alone, P=1ms", ""), momentum / Emitters.MASS_G / 1e5, ROUNDING);
    }
}
