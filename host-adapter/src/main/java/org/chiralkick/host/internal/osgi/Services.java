package org.chiralkick.host.internal.osgi;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Services of the framework itself, as the host side uses them: looked up for each use, so that nothing stale is kept. */
final class Services {
    private Services() {}

    /** Returns whether a class can be loaded from here: the packages of services that a container may lack are optional imports. */
    static boolean isKnown(String className) {
        try {
            Class.forName(className, false, Services.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Returns the service of a type, or empty if there is none or the framework has stopped. */
    static <S> Optional<S> find(BundleContext context, Class<S> type) {
        try {
            ServiceReference<S> reference = context.getServiceReference(type);
            return reference == null ? Optional.empty() : Optional.ofNullable(context.getService(reference));
        } catch (IllegalStateException e) {
            // The framework has stopped: it has no services.
            return Optional.empty();
        }
    }
}
