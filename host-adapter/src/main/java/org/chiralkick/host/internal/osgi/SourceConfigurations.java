package org.chiralkick.host.internal.osgi;

import java.io.IOException;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.NeutrinoSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The factory configurations of the sources, one for each name and settings, shared by the couplings that ask for the same and
 * deleted after the last of them.
 */
final class SourceConfigurations {
    /** Any bundle may receive the configuration: the mechanism is not known when it is made. */
    private static final String ANY_LOCATION = "?";

    /** Its package is an optional import. */
    static final String ADMIN = "org.osgi.service.cm.ConfigurationAdmin";

    private final BundleContext context;
    private final Map<String, Integer> users = new HashMap<>();
    private boolean looked;

    SourceConfigurations(BundleContext context) {
        this.context = context;
    }

    /** Returns whether Configuration Admin runs. */
    static boolean canBeMade(BundleContext context) {
        return Services.isKnown(ADMIN)
                && Services.find(context, ConfigurationAdmin.class).isPresent();
    }

    /** Makes the configuration of a source for one more user; returns false if nobody is there who could. */
    synchronized boolean retain(String name, Request request) {
        if (!canBeMade(context)) {
            return false;
        }
        removeStale();
        if (users.merge(key(name, request), 1, Integer::sum) > 1) {
            return true;
        }
        Map<String, Object> chosen = new HashMap<>(request.properties(name));
        chosen.put(NeutrinoSource.CONFIGURATION, request.configuration(name));
        Dictionary<String, Object> properties = FrameworkUtil.asDictionary(chosen);
        try {
            admin().getFactoryConfiguration(NeutrinoSource.PID_PREFIX + name, request.configuration(name), ANY_LOCATION)
                    .update(properties);
            return true;
        } catch (IOException e) {
            users.remove(key(name, request));
            throw new CouplingException(
                    CouplingException.Kind.INTERNAL, "the settings of source " + name + " cannot be stored: " + e, e);
        } catch (RuntimeException e) {
            users.remove(key(name, request)); // or the next user would be told that it is there
            throw e;
        }
    }

    /** Deletes the configuration if this was its last user; returns whether it did: without Configuration Admin there is nothing to delete. */
    synchronized boolean release(String name, Request request) {
        Integer left = users.computeIfPresent(key(name, request), (key, count) -> count == 1 ? null : count - 1);
        if (left != null || !canBeMade(context)) {
            return false;
        }
        try {
            admin().getFactoryConfiguration(NeutrinoSource.PID_PREFIX + name, request.configuration(name), ANY_LOCATION)
                    .delete();
            return true;
        } catch (IOException e) {
            throw new CouplingException(
                    CouplingException.Kind.INTERNAL, "the settings of source " + name + " cannot be deleted: " + e, e);
        } catch (CouplingException | IllegalStateException e) {
            return false; // Configuration Admin has gone at this moment, or somebody else has deleted it
        }
    }

    /** Deletes what hosts of earlier runs of a container have left behind, that ended without closing their couplings. */
    private void removeStale() {
        if (looked || context.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return;
        }
        looked = true;
        try {
            Configuration[] all = admin().listConfigurations("(" + NeutrinoSource.CONFIGURATION + "=*)");
            for (Configuration configuration : all == null ? new Configuration[0] : all) {
                removeIfStale(configuration);
            }
        } catch (IOException | InvalidSyntaxException | IllegalStateException e) {
            return; // they do no harm but to who counts services
        }
    }

    private void removeIfStale(Configuration configuration) throws IOException {
        try {
            if (!String.valueOf(configuration.getProperties().get(NeutrinoSource.CONFIGURATION))
                    .startsWith(TaggedRequest.runOf(context))) {
                configuration.delete();
            }
        } catch (IllegalStateException e) {
            return; // another host deletes it at the same moment
        }
    }

    private ConfigurationAdmin admin() {
        return Services.find(context, ConfigurationAdmin.class)
                .orElseThrow(() -> CouplingException.state("Configuration Admin has just gone; start it again"));
    }

    private static String key(String name, Request request) {
        return name + "~" + request.configuration(name);
    }
}
