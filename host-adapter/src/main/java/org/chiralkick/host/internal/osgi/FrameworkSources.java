package org.chiralkick.host.internal.osgi;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** The sources of the framework that a bundle lives in. Safe for use by several threads. */
public final class FrameworkSources {
    private final SourceRegistry registry;
    private final BundleTroubles troubles;
    private final Diagnosis diagnosis;
    private final String tag;

    /** Looks at a framework as the bundle of this context sees it. */
    public FrameworkSources(BundleContext context) {
        this.tag = TaggedRequest.newTag(context);
        this.registry = new SourceRegistry(context);
        this.troubles = new BundleTroubles(context);
        this.diagnosis = new Diagnosis(registry, troubles);
    }

    /**
     * Configures the sources of a request and starts to follow them.
     *
     * @throws org.chiralkick.host.value.CouplingException if one that is there refuses its settings; the message quotes it
     */
    public ServiceSelection select(Request request) {
        return new ServiceSelection(registry, new TaggedRequest(request, tag), diagnosis);
    }

    /** Returns the names of all sources that are registered or would be once they are configured, best first. */
    public List<String> names() {
        return registry.names();
    }

    /** Returns which bundles have a source of this name, each with its last change: as long as these are the same so is the source. */
    public String makers(String name) {
        return registry.makers(name);
    }

    /** Returns the bundles that give a source of a name or would once it is configured, best first. */
    public List<Bundle> givers(String name) {
        return registry.givers(name).stream().map(Rivals.Giver::bundle).toList();
    }

    /** Returns one line that says whether a source is active and, if not, why. */
    public String diagnose(String name) {
        return diagnosis.of(name, null);
    }

    /**
     * Returns why a bundle does not start, as a clause that follows its name.
     *
     * @param context that sees the bundles which it may need
     */
    public static String whyNotStarted(BundleContext context, Bundle bundle, BundleException failure) {
        return new BundleTroubles(context).whyNotStarted(bundle, failure);
    }

    /**
     * Returns one line for each mechanism's bundle, or file in the folder of mechanisms, that does not work, with the reason, and one for each
     * source that several bundles give, with the one that acts.
     */
    public List<String> troubles() {
        List<String> all = new ArrayList<>(troubles.all());
        all.addAll(diagnosis.failures());
        names().forEach(name -> registry.rivals(name, null).ifPresent(all::add));
        return all;
    }
}
