package org.chiralkick.host.internal.osgi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The bundle that a source came from, as it was then. It tells an exchange in place from a departure: who updates or refreshes a bundle, the
 * framework or File Install, stops it for a moment only, so that it stays marked to be started. One that is stopped for good
 * is not, and one that is uninstalled is no more.
 *
 * @param modified when the bundle was last changed [ms since 1970]
 * @param wiring of its classes; another one after an update or a refresh
 */
record Origin(
        BundleContext context,
        Bundle bundle,
        long modified,
        @Nullable BundleWiring wiring) {
    /** Returns the origin of what a bundle gives now; empty where it is uninstalled at this moment. */
    static Optional<Origin> of(BundleContext context, Bundle bundle) {
        try {
            return Optional.of(new Origin(context, bundle, bundle.getLastModified(), bundle.adapt(BundleWiring.class)));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the bundle is being exchanged, or was since, so that its source is there again soon. */
    boolean isExchanged() {
        return isExpected() && isChanged();
    }

    /** Returns whether the bundle is no more what it was: it does not run, or has other content or other classes. */
    boolean isChanged() {
        try {
            return !runs() || bundle.getLastModified() != modified || bundle.adapt(BundleWiring.class) != wiring;
        } catch (IllegalStateException e) {
            return true; // uninstalled meanwhile
        }
    }

    // One that is starting may have registered its source and do more, for as long as it likes.
    private boolean runs() {
        int state = bundle.getState();
        return state == Bundle.ACTIVE || state == Bundle.STARTING;
    }

    /** Returns whether the bundle runs or is marked to be started, in a framework that goes on. */
    boolean isExpected() {
        try {
            return bundle.getState() != Bundle.UNINSTALLED
                    && context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE
                    && Bundles.isPersistentlyStarted(bundle);
        } catch (IllegalStateException e) {
            return false; // the framework has stopped
        }
    }
}
