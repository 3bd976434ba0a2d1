package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.chiralkick.star.dipole.Escape;
import org.junit.jupiter.api.Test;

class StarFlagsTest {
    @Test
    void flagsAreThoseOfWhatTheClosureGoesBy() {
        StarFlags flags = new StarFlags(Map.of("knudsen", 3L), 10, Map.of("input", 4L), 20, Map.of("spin", 1L));
        assertEquals(Map.of("knudsen", 3L, "spin", 1L), flags.of(Escape.SURFACE));
        assertEquals(Map.of("input", 4L, "spin", 1L), flags.of(Escape.DIPOLE));
    }

    @Test
    void nothingIsValidWhereEveryEvaluationIsNot() {
        StarFlags flags = new StarFlags(Map.of("input", 10L), 10, Map.of("input", 19L), 20, Map.of());
        assertTrue(flags.noneValid(Escape.SURFACE));
        assertFalse(flags.noneValid(Escape.DIPOLE), "one zone is valid");
        assertFalse(new StarFlags(Map.of(), 0, Map.of(), 0, Map.of()).noneValid(Escape.SURFACE), "none was evaluated");
        assertFalse(StarFlags.ofSurface(Map.of("knudsen", 10L), 10, Map.of()).noneValid(Escape.SURFACE));
    }
}
