package org.chiralkick.cli.serve;

import org.chiralkick.report.Page;

/** What there is to see of a run. Called from several threads. */
public interface Show {
    /** Returns the page of a run that goes on. Its blocks have the same ids for every state. */
    Page page(LiveState state, Installed.Listing installed);

    /** Returns the report of a run as it is. */
    Page report(LiveState state);
}
