package org.chiralkick.host.felix;

import java.io.IOException;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.NeutrinoSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The factory configurations of the sources, one for each name and settings, shared by the couplings that ask for the same and
 * deleted after the last of them.
 */
final class SourceConfigurations {
    /** Any bundle may receive the configuration: the mechanism is not known when it is made. */
    private static final String ANY_LOCATION = "?";

    private final BundleContext context;
    private final Map<String, Integer> users = new HashMap<>();

    SourceConfigurations(BundleContext context) {
        this.context = context;
    }

    /** Makes the configuration of a source for one more user. */
    synchronized void retain(String name, SourceRequest request) {
        if (users.merge(key(name, request), 1, Integer::sum) > 1) {
            return;
        }
        Map<String, Object> chosen = new HashMap<>(request.settings(name).properties());
        chosen.put(NeutrinoSource.CONFIGURATION, request.configuration(name));
        Dictionary<String, Object> properties = FrameworkUtil.asDictionary(chosen);
        try {
            admin().getFactoryConfiguration(NeutrinoSource.PID_PREFIX + name, request.configuration(name), ANY_LOCATION)
                    .update(properties);
        } catch (IOException e) {
            users.remove(key(name, request));
            throw new CouplingException(
                    CouplingException.Kind.INTERNAL, "the settings of source " + name + " cannot be stored: " + e, e);
        }
    }

    /** Deletes the configuration if this was its last user; returns whether it did. */
    synchronized boolean release(String name, SourceRequest request) {
        Integer left = users.computeIfPresent(key(name, request), (key, count) -> count == 1 ? null : count - 1);
        if (left != null) {
            return false;
        }
        Services.find(context, ConfigurationAdmin.class).ifPresent(admin -> {
            try {
                admin.getFactoryConfiguration(
                                NeutrinoSource.PID_PREFIX + name, request.configuration(name), ANY_LOCATION)
                        .delete();
            } catch (IOException e) {
                throw new CouplingException(
                        CouplingException.Kind.INTERNAL,
                        "the settings of source " + name + " cannot be deleted: " + e,
                        e);
            }
        });
        return true;
    }

    private ConfigurationAdmin admin() {
        return Services.find(context, ConfigurationAdmin.class)
                .orElseThrow(() -> CouplingException.state(
                        "Configuration Admin is not running, so sources cannot be configured; the framework was closed,"
                                + " or lib/osgi has no org.apache.felix.configadmin"));
    }

    private static String key(String name, SourceRequest request) {
        return name + "~" + request.configuration(name);
    }
}
