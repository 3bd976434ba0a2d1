package org.chiralkick.isotropic;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.osgi.service.component.annotations.Component;

/**
 * Neutrinos that leave in all directions alike: F_N = 0, F_E = 0, no kick.
 */
@Component(immediate = true, property = NeutrinoSource.NAME + "=" + IsotropicSource.SOURCE_NAME)
public final class IsotropicSource implements NeutrinoSource {
    static final String SOURCE_NAME = "isotropic";

    private static final SourceDescriptor DESCRIPTOR = SourceDescriptor.named(SOURCE_NAME)
            .version("1.0.0")
            .summary("no anisotropy: adds nothing, the control beside every other source")
            .citation("control; isotropic emission as in Burrows and Lattimer, Astrophys. J. 307 (1986) 178")
            .build();

    /** Makes the source; it has no settings. */
    public IsotropicSource() {}

    @Override
    public SourceDescriptor describe() {
        return DESCRIPTOR;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        // Zero is what the columns get from us: adding it would change nothing but the sign of a -0.
    }
}
