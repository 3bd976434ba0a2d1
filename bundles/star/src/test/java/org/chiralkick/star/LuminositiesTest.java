package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.emission.Feedback;
import org.junit.jupiter.api.Test;

/** Numbers, mean energies and luminosities of what leaves a star belong together. */
class LuminositiesTest {
    private static List<Snapshot> run() {
        CoolingConfig config = CoolingConfig.of(Stars.young())
                .withResolution(40, 0.08)
                .withEnd(0.5)
                .withFeedback(Feedback.NONE);
        List<Snapshot> all = new ArrayList<>();
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(new LinearSource(0)), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            CoolingStar.start(config, coupling).finish(all::add);
        }
        return all;
    }

    @Test
    void numberTimesMeanEnergyIsTheLuminosity() {
        Snapshot end = run().get(run().size() - 1);
        Luminosities now = end.luminosities();
        double erg = PhysicalConstants.ERG_PER_MEV;
        assertEquals(
                now.electronNeutrinoErgPerS(),
                now.electronNeutrinosPerS() * now.electronNeutrinoMev() * erg,
                1e-12 * now.electronNeutrinoErgPerS());
        assertEquals(
                now.electronAntineutrinoErgPerS(),
                now.electronAntineutrinosPerS() * now.electronAntineutrinoMev() * erg,
                1e-12 * now.electronAntineutrinoErgPerS());
        assertEquals(
                now.eachHeavyLeptonErgPerS(),
                now.eachHeavyLeptonPerS() * now.heavyLeptonMev() * erg,
                1e-12 * now.eachHeavyLeptonErgPerS());
        for (double mev :
                new double[] {now.electronNeutrinoMev(), now.electronAntineutrinoMev(), now.heavyLeptonMev()}) {
            assertTrue(mev > 3 && mev < 30, now.toString());
        }
        // Without a chemical potential a thermal spectrum has 3.151 T on average, whatever lets it out of the last
        // zone.
        double thermal = 3.1514 * end.shells().get(39).temperatureMev();
        assertEquals(thermal, now.heavyLeptonMev(), 0.15 * thermal);
    }

    @Test
    void netLeptonsAddUpToWhatTheStarHasLost() {
        List<Snapshot> all = run();
        double sum = 0;
        for (Snapshot now : all) {
            sum += now.dtS() * now.luminosities().leptonsPerS();
        }
        double emitted = all.get(all.size() - 1).budget().leptonsEmitted();
        assertEquals(emitted, sum, 1e-10 * emitted);
        assertEquals(0, all.get(0).luminosities().electronNeutrinoMev(), "before the first step nothing leaves");
    }
}
