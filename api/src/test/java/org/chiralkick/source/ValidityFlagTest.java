package org.chiralkick.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValidityFlagTest {
    @Test
    void everyFlagHasItsOwnBit() {
        long all = 0;
        for (ValidityFlag flag : ValidityFlag.values()) {
            assertEquals(1, Long.bitCount(flag.bit()));
            assertEquals(0, all & flag.bit());
            all |= flag.bit();
        }
        assertEquals(EnumSet.allOf(ValidityFlag.class), ValidityFlag.of(all));
    }

    @Test
    void aWordIsReadBackAsItsFlags() {
        long word = ValidityFlag.KNUDSEN.bit() | ValidityFlag.LOWEST_LANDAU_LEVEL.bit();
        assertEquals(Set.of(ValidityFlag.KNUDSEN, ValidityFlag.LOWEST_LANDAU_LEVEL), ValidityFlag.of(word));
        assertEquals(Set.of(), ValidityFlag.of(0));
        assertEquals(Set.of(), ValidityFlag.of(1L << 60));
    }

    @Test
    void labelsAreLowerCaseWithHyphens() {
        assertEquals("lowest-landau-level", ValidityFlag.LOWEST_LANDAU_LEVEL.label());
        assertEquals("input", ValidityFlag.INPUT.label());
    }
}
