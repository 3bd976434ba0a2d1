package org.chiralkick.star.emission;

import java.util.List;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.dipole.DipoleKick;

/**
 * The part of a dipole kick that sources gave which were in force together, under one set of closures.
 *
 * @param sources the sources; their descriptors name the closures
 * @param builds which build of its bundle each of them is, in their order; none, or empty texts, where they came from no bundle
 * @param kick what they gave, also after others had taken over; what the star has lost is that since they began
 * @param steps steps in which they were in force
 */
public record DipoleEntry(List<SourceDescriptor> sources, List<String> builds, DipoleKick kick, long steps) {
    /** Keeps its own copies of sources and builds. */
    public DipoleEntry {
        sources = List.copyOf(sources);
        builds = List.copyOf(builds);
    }
}
