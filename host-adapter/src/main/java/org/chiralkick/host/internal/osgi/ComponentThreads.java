package org.chiralkick.host.internal.osgi;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chiralkick.host.internal.watch.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * Which thread of Felix makes a component. One that provides no service itself is not made where somebody asks for it: it is while its bundle
 * starts, within the call that starts it, or on the thread by which Configuration Admin hands out configurations. Their calls are seen on
 * their stacks.
 */
final class ComponentThreads {
    private static final String CONFIGURATIONS = "org.apache.felix.cm.";
    /** Calls constructors and methods of components, and nothing else. */
    private static final String CALLS_OF_COMPONENTS = "org.apache.felix.scr.impl.inject.";

    private static final String FRAMEWORK = "org.apache.felix.framework.Felix";

    private ComponentThreads() {}

    /** Waits for a source to take up its configuration. Its component may hang for longer than that: then it is still seen to arrive. */
    static void whileConfigured(String source, Runnable waiting) {
        AtomicBoolean waits = new AtomicBoolean(true);
        Arrival arrival = Arrival.beginElsewhere(
                source,
                "source " + source + ": the constructor or activate method of its component",
                waits::get,
                ComponentThreads::ofConfigurations);
        try {
            waiting.run();
        } finally {
            waits.set(false);
            if (ofConfigurations() == null) {
                arrival.close();
            }
        }
    }

    /** Returns the thread of Configuration Admin if it is in code of a component, or null. */
    private static @Nullable Thread ofConfigurations() {
        for (Map.Entry<Thread, StackTraceElement[]> one :
                Thread.getAllStackTraces().entrySet()) {
            StackTraceElement[] stack = one.getValue();
            if (has(stack, CONFIGURATIONS) && has(stack, CALLS_OF_COMPONENTS)) {
                return one.getKey();
            }
        }
        return null;
    }

    private static boolean has(StackTraceElement[] stack, String prefix) {
        return Arrays.stream(stack).anyMatch(at -> at.getClassName().startsWith(prefix));
    }

    /**
     * Returns how many starts of bundles a thread is in, one inside the other; 0 where it is in none, or the framework is another one. Not how
     * many calls deep they are: a thread sees fewer frames of its own than others do, which see those of lambdas, too.
     */
    static int starts(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        int starts = 0;
        for (int i = 0; i < stack.length; i++) {
            // One of the two calls the other, and tells of the end when that has returned.
            if (isStart(stack[i]) && (i + 1 == stack.length || !isStart(stack[i + 1]))) {
                starts++;
            }
        }
        return starts;
    }

    private static boolean isStart(StackTraceElement at) {
        return at.getClassName().equals(FRAMEWORK)
                && (at.getMethodName().equals("startBundle")
                        || at.getMethodName().equals("activateBundle"));
    }
}
