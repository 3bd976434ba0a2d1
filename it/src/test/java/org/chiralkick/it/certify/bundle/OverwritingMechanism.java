package org.chiralkick.it.certify.bundle;

import java.util.Map;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** A mechanism that breaks R5: it sets its flux and does not add it. */
public final class OverwritingMechanism implements NeutrinoSource, BundleActivator {
    /** Made by the framework. */
    public OverwritingMechanism() {}

    @Override
    public void start(BundleContext context) {
        context.registerService(NeutrinoSource.class, this, FrameworkUtil.asDictionary(Map.of(NAME, "overwriting")));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework unregisters the service.
    }

    @Override
    public SourceDescriptor describe() {
        return SourceDescriptor.named("overwriting")
                .version("0.1.0")
                .summary("sets its flux")
                .citation("none")
                .requires(ZoneField.MAGNETIC_FIELD)
                .gives(FluxField.NEUTRINO_FLUX)
                .build();
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        for (int axis = 0; axis < 3 && fluxes.wants(FluxField.NEUTRINO_FLUX); axis++) {
            double[] field = zones.column(ZoneField.MAGNETIC_FIELD, axis);
            double[] flux = fluxes.column(FluxField.NEUTRINO_FLUX, axis);
            for (int i = zones.first(); i < zones.end(); i++) {
                flux[i] = field[i];
            }
        }
    }
}
