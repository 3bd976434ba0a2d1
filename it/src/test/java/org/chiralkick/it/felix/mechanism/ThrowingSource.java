package org.chiralkick.it.felix.mechanism;

import java.util.Map;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;

/** A mechanism that cannot be made. */
public final class ThrowingSource implements NeutrinoSource {
    /** What it says. */
    public static final String WORDS = "table eos.dat is missing";

    /** Throws, whatever the properties of its component. */
    public ThrowingSource(Map<String, Object> properties) {
        throw new IllegalStateException(WORDS);
    }

    @Override
    public SourceDescriptor describe() {
        throw new AssertionError("never made");
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        throw new AssertionError("never made");
    }
}
