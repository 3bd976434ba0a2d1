package org.chiralkick.host.internal.osgi;

import java.util.List;
import java.util.Map;

/** What a selection follows: sources by name, each with what is chosen of it. */
public interface Request {
    /** Returns the names in their order; empty for the source of highest ranking. */
    List<String> names();

    /** Returns what is chosen of a source, as properties of its component. */
    Map<String, Object> properties(String name);

    /** Returns what ties the instance of a source to what is chosen of it: the same for equal choices, of characters for a PID. */
    String configuration(String name);
}
