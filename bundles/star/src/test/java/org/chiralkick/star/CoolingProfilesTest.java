package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.junit.jupiter.api.Test;

/** Stars of simulations cool for 20 s; {@code org.chiralkick.study.validate} compares one of them with a series of others. */
class CoolingProfilesTest {
    @Test
    void leptonsEmittedAreThoseThatTheStarLoses() {
        List<Snapshot> all = cool(CoolingConfig.of(SharedData.profile("AB-G15_250ms")));
        Budget end = all.get(all.size() - 1).budget();
        assertEquals(all.get(0).budget().leptons(), end.leptons(), 1e-10 * end.leptons());
        double lost = end.leptonsEmitted() / all.get(0).budget().leptonsInStar();
        assertTrue(lost > 0.3 && lost < 0.8, "part of the leptons lost in 20 s: " + lost);
    }

    @Test
    void everyProfileCoolsForTwentySecondsWithinTheTimeAllowed() {
        for (String name : List.of(
                "AB-G15_003ms", "AB-G15_010ms", "AB-G15_050ms", "AB-G15_100ms", "AB-G15_150ms", "AB-N13_100ms")) {
            CoolingConfig config = CoolingConfig.of(SharedData.profile(name));
            long start = System.nanoTime();
            Snapshot end = last(cool(name.startsWith("AB-N") ? config.withStructure(Structure.NEWTONIAN) : config));
            double seconds = (System.nanoTime() - start) * 1e-9;
            assertTrue(seconds < 20, name + " took " + seconds + " s");
            double emitted = end.budget().energyEmittedErg();
            assertTrue(emitted > 7e52 && emitted < 3e53, name + " emitted " + emitted + " erg");
            assertTrue(end.neutrinosphere().radiusCm() < 1.6e6, name + ": " + end.neutrinosphere());
        }
    }

    private static List<Snapshot> cool(CoolingConfig config) {
        List<Snapshot> all = new ArrayList<>();
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(new LinearSource(0)), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            CoolingStar.start(config, coupling).finish(all::add);
        }
        return all;
    }

    private static Snapshot last(List<Snapshot> all) {
        return all.get(all.size() - 1);
    }
}
