package org.chiralkick.report;

/** One thing that a section shows. */
public sealed interface Block permits LineChart, DotChart, SphereMap, Facts, DataTable, Notes, Listing {
    /** Returns the name of this block within its page, lower case with dashes; a picture of it gets this file name. */
    String id();
}
