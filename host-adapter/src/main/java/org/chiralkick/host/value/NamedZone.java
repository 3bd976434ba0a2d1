package org.chiralkick.host.value;

import java.util.OptionalLong;

/**
 * A zone whose data is doubtful, and the quantity that makes it so.
 *
 * @param block the host's number of the block; empty where the host gave none
 * @param zone its number in the block, from 0, the first extent varying fastest
 * @param field number of the quantity in the native interface; 0 for the recoil
 * @param quantity such as {@code temperature}, or the name of the column with its unit where {@code unit} is empty
 * @param value in that unit
 * @param unit such as {@code MeV}; empty where it has none, or its name says it
 * @param hint what is likely meant, such as {@code "kelvin? (13.7 MeV)"}; empty where nothing is
 */
public record NamedZone(
        OptionalLong block, long zone, int field, String quantity, double value, String unit, String hint) {
    /** Returns a sentence: {@code "temperature of zone 3 of block 0 is 1.6E11 MeV: kelvin? (13.7 MeV)"}. */
    @Override
    public String toString() {
        return quantity + " of zone " + zone + (block.isPresent() ? " of block " + block.getAsLong() : "") + " is "
                + value + (unit.isEmpty() ? "" : " " + unit) + (hint.isEmpty() ? "" : ": " + hint);
    }
}
