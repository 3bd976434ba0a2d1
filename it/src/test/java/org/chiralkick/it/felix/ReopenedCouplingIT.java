package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.WithoutSource;
import org.chiralkick.host.felix.FelixRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A coupling that opens right after another with the same settings closed never meets its predecessor's dying source. */
@ExtendWith(FelixExtension.class)
class ReopenedCouplingIT {
    private static final int TIMES = 500;

    @Test
    void theFirstStepOfEveryCouplingHasItsSource(FelixRuntime felix) {
        CouplingConfig config = CouplingConfig.parse("{\"source\": \"chiral\"}").withoutSource(WithoutSource.FAIL, 0);
        for (int time = 0; time < TIMES; time++) {
            try (Coupling coupling = Coupling.open(felix, config, CouplingOptions.defaults())) {
                coupling.begin(0, 0, 1);
                assertEquals(1, coupling.sources().size());
                coupling.rollback();
            }
        }
        assertFalse(felix.names().isEmpty());
    }
}
