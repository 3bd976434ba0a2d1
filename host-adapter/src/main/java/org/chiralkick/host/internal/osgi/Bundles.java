package org.chiralkick.host.internal.osgi;

import org.chiralkick.source.NeutrinoSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Which bundles of a framework are our business, and which are meant to run. */
final class Bundles {
    private Bundles() {}

    /**
     * Returns whether a bundle may bring a source. In a framework that we started each may, so that one that forgot to import the SPI is named,
     * too; in somebody else's, where we are a bundle among others, those that import the SPI, and are not the one that asks.
     */
    static boolean mayBeMechanism(BundleContext context, Bundle bundle) {
        Bundle own = context.getBundle();
        if (own.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return true;
        }
        String imports = bundle.getHeaders("").get(Constants.IMPORT_PACKAGE);
        return imports != null && imports.contains(NeutrinoSource.class.getPackageName()) && !bundle.equals(own);
    }

    /** Returns whether a bundle is marked to be started; one that is uninstalled is not. */
    static boolean isPersistentlyStarted(Bundle bundle) {
        try {
            BundleStartLevel start = bundle.adapt(BundleStartLevel.class);
            return start != null && start.isPersistentlyStarted();
        } catch (IllegalStateException | IllegalArgumentException e) {
            return false; // uninstalled: the specification has the first for it, Felix the second
        }
    }
}
