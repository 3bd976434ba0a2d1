package org.chiralkick.host.internal.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.chiralkick.host.value.NamedZone;
import org.chiralkick.host.value.NamedZones;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/**
 * Counts zones with doubtful data by what makes them so, and keeps the first of them: the one of the lowest block and zone, whatever the
 * order in which threads come upon them. Allocates nothing but when it is asked.
 */
public final class DoubtfulZones {
    private static final ZoneField[] INPUTS = ZoneField.values();
    private static final FluxField[] OUTPUTS = FluxField.values();

    /** Cause: the recoil of the zone is beyond the ledger. */
    public static final int RECOIL = INPUTS.length + OUTPUTS.length;

    private final long[] counts = new long[RECOIL + 1];
    private long total;
    private boolean numbered;
    private long block;
    private long zone;
    private int cause;
    private int axis;
    private double value;

    /** Makes an empty count. */
    public DoubtfulZones() {}

    /** Returns the cause that an input is. */
    public static int cause(ZoneField field) {
        return field.ordinal();
    }

    /** Returns the cause that an output is. */
    public static int cause(FluxField field) {
        return INPUTS.length + field.ordinal();
    }

    /**
     * Counts a zone.
     *
     * @param why what is doubtful
     * @param component of it
     * @param number its value in the unit of the field
     */
    public void add(int why, int component, double number, BlockIdentity of, long zoneOfBlock) {
        counts[why]++;
        if (total++ == 0 || isBefore(of.isNumbered(), of.number(), zoneOfBlock)) {
            keep(of.isNumbered(), of.number(), zoneOfBlock, why, component, number);
        }
    }

    /** Counts what another has counted. */
    public void add(DoubtfulZones other) {
        if (other.total == 0) {
            return;
        }
        if (total == 0 || isBefore(other.numbered, other.block, other.zone)) {
            keep(other.numbered, other.block, other.zone, other.cause, other.axis, other.value);
        }
        total += other.total;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    private boolean isBefore(boolean itsNumbered, long itsBlock, long itsZone) {
        return itsNumbered == numbered ? itsBlock < block || (itsBlock == block && itsZone < zone) : itsNumbered;
    }

    private void keep(boolean hasNumber, long ofBlock, long zoneOfBlock, int why, int component, double found) {
        numbered = hasNumber;
        block = ofBlock;
        zone = zoneOfBlock;
        cause = why;
        axis = component;
        value = found;
    }

    /** Forgets all. */
    public void clear() {
        if (total != 0) {
            Arrays.fill(counts, 0);
            total = 0;
        }
    }

    /** Returns how many zones were counted. */
    public long total() {
        return total;
    }

    /** Returns them with names; with what is likely meant where they are implausible. */
    public NamedZones named(boolean implausible) {
        Map<String, Long> causes = new LinkedHashMap<>();
        for (int why = 0; why < counts.length; why++) {
            if (counts[why] > 0) {
                causes.put(words(why), counts[why]);
            }
        }
        return new NamedZones(total, causes, total == 0 ? Optional.empty() : Optional.of(first(implausible)));
    }

    private NamedZone first(boolean implausible) {
        ZoneField input = cause < INPUTS.length ? INPUTS[cause] : null;
        String unit = input == null ? "" : unit(input);
        String hint = input == null || !implausible ? "" : LikelyUnit.of(input, value);
        return new NamedZone(
                numbered ? OptionalLong.of(block) : OptionalLong.empty(),
                zone,
                number(cause),
                quantity(unit),
                value,
                unit,
                hint);
    }

    private static int number(int why) {
        return why < INPUTS.length ? INPUTS[why].number() : why < RECOIL ? OUTPUTS[why - INPUTS.length].number() : 0;
    }

    private String quantity(String unit) {
        if (cause == RECOIL) {
            return words(cause);
        }
        if (cause >= INPUTS.length) {
            return "the result " + OUTPUTS[cause - INPUTS.length].columnName(axis);
        }
        ZoneField input = INPUTS[cause];
        boolean vector = input.components() > 1;
        return unit.isEmpty() ? input.columnName(axis) : words(cause) + (vector ? " " + "xyz".charAt(axis) : "");
    }

    /** Returns the number, in the native interface, of the field that is a cause in {@link NamedZones#causes}; 0 for the recoil. */
    public static int field(String cause) {
        for (int why = 0; why < RECOIL; why++) {
            if (words(why).equals(cause)) {
                return number(why);
            }
        }
        return 0;
    }

    private static String words(int why) {
        return why == RECOIL
                ? "recoil beyond the ledger"
                : (why < INPUTS.length ? INPUTS[why].name() : OUTPUTS[why - INPUTS.length].name())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ');
    }

    private static String unit(ZoneField field) {
        return switch (field) {
            case TEMPERATURE, ELECTRON_CHEMICAL_POTENTIAL, NEUTRINO_CHEMICAL_POTENTIAL -> "MeV";
            case DENSITY -> "g/cm^3";
            case MAGNETIC_FIELD -> "G";
            default -> "";
        };
    }
}
