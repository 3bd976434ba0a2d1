package org.chiralkick.it.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.chiralkick.it.felix.Distribution;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** An OSGi framework from a jar, with the bundles that a host needs in it and the guest. */
final class Container implements AutoCloseable {
    private final Framework framework;

    private Container(Framework framework) {
        this.framework = framework;
    }

    /** Starts the framework of a jar with the interfaces, the services, the adapter and the guest; with the mechanisms, none of them started. */
    static Container start(Path jar, Path storage) throws IOException, BundleException {
        List<Path> bundles = new ArrayList<>(adapter());
        for (String prefix : List.of(
                "org.osgi.service.cm",
                "org.osgi.service.component",
                "org.osgi.util.function",
                "org.osgi.util.promise")) {
            bundles.add(Distribution.jar("lib", prefix));
        }
        bundles.add(Distribution.jar("lib/osgi", "org.apache.felix.configadmin"));
        bundles.add(Distribution.jar("lib/osgi", "org.apache.felix.scr"));
        return start(jar, storage, bundles);
    }

    /** Starts the framework of a jar with the adapter and the guest alone: no Declarative Services, no Configuration Admin. */
    static Container bare(Path jar, Path storage) throws IOException, BundleException {
        return start(jar, storage, adapter());
    }

    private static Container start(Path jar, Path storage, List<Path> bundles) throws IOException, BundleException {
        // Never closed: Equinox has a hook that runs at the end of the process.
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, new FrameworkInterfaces());
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put("felix.log.level", "0");
        // A process has one factory of URL handlers, which a Felix of another version would take from that of the other
        // tests.
        settings.put("felix.service.urlhandlers", "false");
        settings.put("felix.cm.loglevel", "0");
        settings.put("ds.log.enabled", "false");
        Framework framework = ServiceLoader.load(FrameworkFactory.class, loader)
                .findFirst()
                .orElseThrow()
                .newFramework(settings);
        Container container = new Container(framework);
        framework.start();
        for (Path bundle : bundles) {
            container.install(bundle);
        }
        container.install("guest", new ByteArrayInputStream(GuestJar.bytes("GuestActivator")));
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            bundle.start();
        }
        return container;
    }

    private static List<Path> adapter() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String prefix : List.of(
                "jakarta.json-api",
                "jakarta.json.bind-api",
                "parsson",
                "yasson",
                "org.chiralkick.api",
                "org.chiralkick.host")) {
            jars.add(Distribution.jar("lib", prefix));
        }
        return jars;
    }

    Bundle install(Path jar) throws BundleException {
        return framework.getBundleContext().installBundle(jar.toUri().toString());
    }

    private void install(String location, InputStream jar) throws BundleException {
        framework.getBundleContext().installBundle(location, jar);
    }

    /** Asks the guest, which says under each name what it takes and gives. */
    @SuppressWarnings("unchecked") // functions of the guest are told apart by their names
    Object ask(String name, Object argument) throws InvalidSyntaxException {
        ServiceReference<?> reference = framework
                .getBundleContext()
                .getServiceReferences(Function.class, "(guest=" + name + ")")
                .iterator()
                .next();
        var work = (Function<Object, Object>)
                Objects.requireNonNull(framework.getBundleContext().getService(reference));
        return work.apply(argument);
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows of the tests' class path the interfaces of the framework and nothing else. */
    private static final class FrameworkInterfaces extends ClassLoader {
        FrameworkInterfaces() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.osgi.framework.")
                    || name.startsWith("org.osgi.resource.")
                    || name.startsWith("org.osgi.dto.")) {
                return Container.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
