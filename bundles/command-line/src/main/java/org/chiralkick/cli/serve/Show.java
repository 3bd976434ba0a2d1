package org.chiralkick.cli.serve;

import java.util.List;
import java.util.Map;
import org.chiralkick.report.Page;

/** What there is to see of a run. Called from several threads. */
public interface Show {
    /** Returns the page of a run that goes on. Its blocks have the same ids for every state. */
    Page page(LiveState state, Installed.Listing installed);

    /** Returns the closures that can be chosen in mid-run, kind to choices, for mechanisms that have them. */
    Map<String, List<String>> choices();

    /** Returns the report of a run as it is. */
    Page report(LiveState state);
}
