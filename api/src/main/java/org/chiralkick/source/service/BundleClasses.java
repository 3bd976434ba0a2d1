package org.chiralkick.source.service;

import java.util.Collection;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** Loads a mechanism's classes before its first step, so that a step in flight can outlive the bundle's class loader. */
public final class BundleClasses {
    /** More than any mechanism has; a bundle that packs a whole library is loaded in part. */
    private static final int MOST = 4000;

    private static final String SUFFIX = ".class";

    private BundleClasses() {}

    /**
     * Loads every class of the bundle itself and, where it is a bundle too, of the SPI, through the bundle's class loader, which finds them
     * then when it is closed. Initialises none.
     */
    public static void load(Bundle bundle) {
        // A bundle that is stopped meanwhile has no wiring, or one without class loader: there is nothing left to load
        // then.
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        ClassLoader loader = wiring == null ? null : wiring.getClassLoader();
        if (wiring == null || loader == null) {
            return;
        }
        load(wiring, "/", loader);
        Bundle api = FrameworkUtil.getBundle(NeutrinoSource.class);
        if (api != null) {
            load(api.adapt(BundleWiring.class), "org/chiralkick", loader);
        }
    }

    private static void load(@Nullable BundleWiring wiring, String folder, ClassLoader loader) {
        Collection<String> names = wiring == null
                ? null
                : wiring.listResources(
                        folder, "*" + SUFFIX, BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL);
        if (names != null) {
            names.stream().limit(MOST).forEach(resource -> load(resource, loader));
        }
    }

    private static void load(String resource, ClassLoader loader) {
        String name = resource.substring(0, resource.length() - SUFFIX.length()).replace('/', '.');
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // A class with an optional import that is not there: its bundle does without it, too.
            return;
        }
    }
}
