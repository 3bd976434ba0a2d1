package org.example.mechanism;

import org.chiralkick.contract.junit.NeutrinoSourceContract;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.junit.jupiter.api.Nested;

/** The rules of the SPI, with the defaults and with everything chosen otherwise. */
class MyMechanismContractTest {
    @Nested
    class AsItIs extends NeutrinoSourceContract {
        @Override
        protected NeutrinoSource with(Settings settings) {
            return new MyMechanism(settings.properties());
        }
    }

    @Nested
    class Wide extends NeutrinoSourceContract {
        @Override
        protected Settings examined() {
            return Settings.none().withClosure("beam", "wide").withParameter("factor", 3);
        }

        @Override
        protected NeutrinoSource with(Settings settings) {
            return new MyMechanism(settings.properties());
        }
    }
}
