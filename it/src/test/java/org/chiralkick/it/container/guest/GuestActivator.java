package org.chiralkick.it.container.guest;

import static org.chiralkick.source.FluxField.NEUTRINO_FLUX;
import static org.chiralkick.source.ZoneField.ELECTRON_CHEMICAL_POTENTIAL;
import static org.chiralkick.source.ZoneField.MAGNETIC_FIELD;
import static org.chiralkick.source.ZoneField.NEUTRINO_CHEMICAL_POTENTIAL;
import static org.chiralkick.source.ZoneField.SURFACE_ELEMENT;
import static org.chiralkick.source.ZoneField.TEMPERATURE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.View;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

/** Offers what the tests ask of the bundle, each as a function with the property {@code guest}. */
public final class GuestActivator implements BundleActivator {
    private @Nullable PlainConsumer consumer;

    /** Makes the activator. */
    public GuestActivator() {}

    @Override
    public void start(BundleContext context) {
        this.<String, double[]>offer(context, "couple", config -> couple(context, config));
        this.<Map<String, Object>, String>offer(context, "configure", properties -> configure(context, properties));
        this.<String, String>offer(context, "services", filter -> services(context, filter));
        this.<Double, String>offer(context, "register", flux -> register(context, flux));
        this.<Double, String>offer(context, "consume", expected -> consume(context, expected));
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        if (consumer != null) {
            consumer.end();
        }
    }

    private <T, R> void offer(BundleContext context, String name, Function<T, R> work) {
        context.registerService(Function.class, work, FrameworkUtil.asDictionary(Map.of("guest", name)));
    }

    /** Returns the flux along z [cm^-2 s^-1] and the number [1] that the ledger counts of one step of 2 s through 3 cm^2. */
    static double[] couple(BundleContext context, String config) {
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(context), CouplingConfig.parse(config), CouplingOptions.defaults())) {
            double[] flux = new double[3];
            BlockBinding block = BlockBinding.of(1)
                    .in(TEMPERATURE, View.of(new double[] {Zone.TEMPERATURE_MEV}))
                    .in(ELECTRON_CHEMICAL_POTENTIAL, View.of(new double[] {Zone.POTENTIAL_MEV}))
                    .in(NEUTRINO_CHEMICAL_POTENTIAL, View.of(new double[] {Zone.POTENTIAL_MEV}))
                    .in(
                            MAGNETIC_FIELD,
                            View.of(new double[] {0, 0, Zone.FIELD_GAUSS}, 0, 3).components(1))
                    .in(SURFACE_ELEMENT, View.of(new double[] {0, 0, 3}, 0, 3).components(1))
                    .out(NEUTRINO_FLUX, View.of(flux, 0, 3).components(1))
                    .build();
            coupling.advance(0, 0, 2, block);
            return new double[] {flux[2], coupling.recoil().number()};
        }
    }

    private static String register(BundleContext context, double flux) {
        context.registerService(
                NeutrinoSource.class,
                new ConstantSource(flux),
                FrameworkUtil.asDictionary(Map.of(NeutrinoSource.NAME, ConstantSource.SOURCE_NAME)));
        return ConstantSource.SOURCE_NAME;
    }

    /** Makes or changes the configuration of the given name, and returns the name, or deletes it where nothing else is given. */
    private static String configure(BundleContext context, Map<String, Object> properties) {
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        var configurations = context.getService(reference);
        try {
            Map<String, Object> chosen = new HashMap<>(properties);
            String name = String.valueOf(chosen.remove("name"));
            var configuration = configurations.getFactoryConfiguration(NeutrinoSource.PID_PREFIX + "chiral", name, "?");
            if (chosen.isEmpty()) {
                configuration.delete();
            } else {
                configuration.update(FrameworkUtil.asDictionary(chosen));
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            context.ungetService(reference);
        }
    }

    /** Returns how many sources match and their flux along z, or that one cannot be got. */
    static String services(BundleContext context, String filter) {
        try {
            Collection<ServiceReference<NeutrinoSource>> references =
                    context.getServiceReferences(NeutrinoSource.class, filter);
            StringBuilder text = new StringBuilder().append(references.size());
            for (ServiceReference<NeutrinoSource> reference : references) {
                NeutrinoSource source = context.getService(reference);
                text.append(' ').append(source == null ? "cannot be got" : Double.toString(Zone.flux(source)));
                context.ungetService(reference);
            }
            return text.toString();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter, e);
        }
    }

    /** Starts a consumer with the flux that it must find; with a negative one says how often it has evaluated; with 0 ends it. */
    private String consume(BundleContext context, double expected) {
        PlainConsumer now = consumer;
        if (now == null) {
            consumer = new PlainConsumer(context, expected);
            return "0";
        }
        if (expected < 0) {
            return Long.toString(now.evaluations());
        }
        try {
            consumer = null;
            return now.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
