package org.chiralkick.study.evaluate;

import java.util.Arrays;
import java.util.Locale;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.study.StudyException;

/** Energy groups as one writes them: {@code 0:300:20}, 20 of equal width from 0 to 300 MeV, or all edges, {@code 0,5,20,inf}. */
public final class GroupEdges {
    private GroupEdges() {}

    /**
     * Returns the groups that a text says.
     *
     * @throws StudyException if it says none
     */
    public static EnergyGroups parse(String text) {
        try {
            String[] ends = text.split(":", -1);
            return ends.length == 3
                    ? EnergyGroups.evenly(energy(ends[0]), energy(ends[1]), Integer.parseInt(ends[2].strip()))
                    : EnergyGroups.between(Arrays.stream(text.split(",", -1))
                            .mapToDouble(GroupEdges::energy)
                            .toArray());
        } catch (NumberFormatException e) {
            throw StudyException.usage("energy groups are '" + text
                    + "'; must be LOWEST:HIGHEST:COUNT, such as 0:300:20, or edges in MeV, such as 0,5,20,inf");
        } catch (IllegalArgumentException e) {
            throw StudyException.usage("energy groups are '" + text + "': " + e.getMessage());
        }
    }

    private static double energy(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return word.equals("inf") || word.equals("infinity") ? Double.POSITIVE_INFINITY : Double.parseDouble(word);
    }
}
