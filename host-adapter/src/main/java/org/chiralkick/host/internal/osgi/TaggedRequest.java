package org.chiralkick.host.internal.osgi;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.osgi.framework.BundleContext;

/**
 * A request whose configurations are those of one provider. Several may live in a framework, each counting the users of its own; and a container
 * that keeps configurations over its end must not keep those of hosts that have ended with it.
 */
record TaggedRequest(Request request, String tag) implements Request {
    /** Returns a tag that no other provider has. It begins with {@link #runOf}. */
    static String newTag(BundleContext context) {
        return runOf(context) + Long.toHexString(ThreadLocalRandom.current().nextLong()) + "-";
    }

    /** Returns what the tags of this run of the framework begin with. */
    static String runOf(BundleContext context) {
        return String.valueOf(context.getProperty("org.osgi.framework.uuid")) + "-";
    }

    @Override
    public List<String> names() {
        return request.names();
    }

    @Override
    public Map<String, Object> properties(String name) {
        return request.properties(name);
    }

    @Override
    public String configuration(String name) {
        return tag + request.configuration(name);
    }
}
