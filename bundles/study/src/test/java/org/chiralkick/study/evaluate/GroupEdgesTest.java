package org.chiralkick.study.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.chiralkick.source.EnergyGroups;
import org.chiralkick.study.StudyException;
import org.junit.jupiter.api.Test;

/** Energy groups as they are written on the command line. */
class GroupEdgesTest {
    @Test
    void groupsOfEqualWidthAreEndsAndCount() {
        assertEquals(EnergyGroups.evenly(0, 300, 20), GroupEdges.parse("0:300:20"));
    }

    @Test
    void edgesAreListed() {
        assertEquals(EnergyGroups.between(0, 5, 20.5, Double.POSITIVE_INFINITY), GroupEdges.parse("0, 5,2.05e1,inf"));
    }

    @Test
    void whatIsNoGroupsIsNamed() {
        assertMessage(
                "energy groups are '0:300'; must be LOWEST:HIGHEST:COUNT, such as 0:300:20, or edges in MeV, such as"
                        + " 0,5,20,inf",
                "0:300");
        assertMessage(
                "energy groups are '0,5,4': edge 2 of the energy groups is 4.0 MeV; must be above edge 1, 5.0 MeV",
                "0,5,4");
        assertMessage("energy groups are '0:300:0': number of energy groups is 0; must be in [1, 1024]", "0:300:0");
    }

    private static void assertMessage(String expected, String text) {
        StudyException refused = assertThrows(StudyException.class, () -> GroupEdges.parse(text));
        assertEquals(expected, refused.getMessage());
        assertEquals(true, refused.wrongRequest());
    }
}
