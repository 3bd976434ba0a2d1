package org.chiralkick.it.contract;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.chiralkick.contract.Instances;
import org.chiralkick.contract.ServiceFacts;
import org.chiralkick.it.contract.ChoosingMechanism.Mistake;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;

/** Mechanisms that are {@link RightMechanism} but for one mistake, each with the rule it breaks and how the kit words it. */
enum WrongMechanism {
    DESCRIBES_ITSELF_ANEW("R1", "another descriptor, toy 1.0.3", WrongInstances.ChangingDescriptor::new),
    CLAIMS_WHAT_IT_NEVER_GIVES(
            "R1",
            "descriptor says it gives [AXIAL_FLUX], which no state of 4040 changes",
            () -> new Variant(RightMechanism.descriptor().gives(FluxField.AXIAL_FLUX), Variant::right)),
    TAKES_AND_GIVES_NOTHING(
            "R1",
            "descriptor takes [DENSITY] and [] and gives nothing",
            () -> new Variant(
                    SourceDescriptor.named("toy")
                            .version("1.0.0")
                            .summary("nothing")
                            .citation("none")
                            .requires(ZoneField.DENSITY),
                    (zones, fluxes) -> {})),

    READS_AN_UNDECLARED_FIELD(
            "R2",
            "DENSITY is not given; a source may read",
            () -> new Variant((zones, fluxes) -> {
                Objects.requireNonNull(zones.column(ZoneField.DENSITY));
                Variant.right(zones, fluxes);
            })),
    USES_AN_UNDECLARED_FIELD(
            "R2",
            "with DENSITY given, which its descriptor does not declare",
            () -> Variant.plus((zones, fluxes, axis, i) -> zones.has(ZoneField.DENSITY)
                    ? zones.column(ZoneField.DENSITY)[i] * zones.column(ZoneField.VORTICITY, axis)[i]
                    : 0)),
    READS_AN_OPTIONAL_FIELD_UNASKED(
            "R2",
            "MAGNETIC_FIELD is not given",
            () -> new Variant((zones, fluxes) -> {
                Objects.requireNonNull(zones.column(ZoneField.MAGNETIC_FIELD, 0));
                Variant.right(zones, fluxes);
            })),
    READS_WHAT_ONLY_ANOTHER_OUTPUT_NEEDS(
            "R2",
            "DENSITY is not given",
            () -> new Variant(
                    RightMechanism.descriptor().requiresFor(FluxField.NEUTRINO_ENERGY_FLUX, ZoneField.DENSITY),
                    (zones, fluxes) -> {
                        if (fluxes.wants(FluxField.NEUTRINO_FLUX)) {
                            Objects.requireNonNull(zones.column(ZoneField.DENSITY));
                        }
                        Variant.right(zones, fluxes);
                    })),

    WRITES_UNASKED(
            "R3",
            "NEUTRINO_FLUX is not wanted by the host",
            () -> new Variant((zones, fluxes) -> {
                Objects.requireNonNull(fluxes.column(FluxField.NEUTRINO_FLUX, 0));
                Variant.right(zones, fluxes);
            })),
    GIVES_AN_UNDECLARED_FIELD(
            "R3",
            "the descriptor does not give LEPTON_FLUX",
            () -> new Variant((zones, fluxes) -> {
                Variant.right(zones, fluxes);
                Variant.add(FluxField.LEPTON_FLUX, Variant.CURL, zones, fluxes);
            })),
    DEPENDS_ON_WHAT_ELSE_IS_WANTED(
            "R3",
            "with only [NEUTRINO_FLUX] wanted; must be",
            () -> Variant.plus((zones, fluxes, axis, i) ->
                    fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX) ? zones.column(ZoneField.VORTICITY, axis)[i] : 0)),

    IGNORES_THE_WINDOW(
            "R4",
            "at index 0, outside the window, was changed",
            () -> new Variant((zones, fluxes) ->
                    RightMechanism.add(zones, fluxes, 0, zones.column(ZoneField.TEMPERATURE).length))),
    DISLIKES_AN_EMPTY_WINDOW(
            "R4",
            "with the empty window [0, 0)",
            () -> new Variant((zones, fluxes) -> {
                Objects.checkIndex(zones.first(), zones.end());
                Variant.right(zones, fluxes);
            })),

    OVERWRITES(
            "R5",
            "that the column held",
            () -> new Variant((zones, fluxes) -> {
                for (int axis = 0; axis < 3 && fluxes.wants(FluxField.NEUTRINO_FLUX); axis++) {
                    Arrays.fill(fluxes.column(FluxField.NEUTRINO_FLUX, axis), zones.first(), zones.end(), 0);
                }
                Variant.right(zones, fluxes);
            })),
    LOWERS_THE_LARGEST_RATE(
            "R5",
            "largest_stable_rate_per_s of zone",
            () -> new Variant((zones, fluxes) -> {
                Variant.right(zones, fluxes);
                for (int i = zones.first(); i < zones.end() && fluxes.wants(FluxField.LARGEST_STABLE_RATE); i++) {
                    fluxes.column(FluxField.LARGEST_STABLE_RATE)[i] = RightMechanism.curlMagnitude(zones, i);
                }
            })),
    CLEARS_FLAGS(
            "R5",
            "must only be raised",
            () -> new Variant((zones, fluxes) -> {
                Arrays.fill(fluxes.flags(), zones.first(), zones.end(), 0);
                Variant.right(zones, fluxes);
            })),

    REPAIRS_A_ZONE(
            "R6",
            "temperature_mev of zone 21 was -1.0 before the call and is 0.0",
            () -> new Variant((zones, fluxes) -> {
                double[] temperature = zones.column(ZoneField.TEMPERATURE);
                for (int i = zones.first(); i < zones.end(); i++) {
                    temperature[i] = temperature[i] < 0 ? 0 : temperature[i];
                }
                Variant.right(zones, fluxes);
            })),

    DEPENDS_ON_THE_PLACE_IN_THE_BLOCK(
            "R7",
            "bit for bit",
            () -> Variant.plus((zones, fluxes, axis, i) ->
                    (i - zones.first()) % 8 == 7 ? zones.column(ZoneField.VORTICITY, axis)[i] : 0)),
    TAKES_A_REUSED_BLOCK_FOR_THE_OLD_ONE(
            "R7", "in a block used again with another state", WrongInstances.CacheByBlock::new),

    SHARES_SCRATCH_BETWEEN_THREADS(
            "R8", "while 3 other threads evaluate other blocks", WrongInstances.SharedScratch::new),

    DIVIDES_BY_TEMPERATURE(
            "R9",
            "must be finite for temperature_mev 0.0",
            () -> Variant.plus((zones, fluxes, axis, i) ->
                    zones.column(ZoneField.VORTICITY, axis)[i] / zones.column(ZoneField.TEMPERATURE)[i])),
    NORMALISES_A_ZERO_VECTOR(
            "R9",
            "is NaN; must be finite for",
            () -> Variant.plus((zones, fluxes, axis, i) ->
                    zones.column(ZoneField.VORTICITY, axis)[i] / RightMechanism.curlMagnitude(zones, i))),

    THROWS_FOR_A_BAD_ZONE(
            "R10",
            "IllegalArgumentException: temperature of zone 0 is NaN",
            () -> new Variant((zones, fluxes) -> {
                int bad = Variant.firstWithoutTemperature(zones);
                if (bad < zones.end()) {
                    throw new IllegalArgumentException("temperature of zone " + bad + " is NaN");
                }
                Variant.right(zones, fluxes);
            })),
    GIVES_UP_THE_BLOCK_FOR_A_BAD_ZONE(
            "R10",
            "of zone 1 is 0.0 where TEMPERATURE of zones",
            () -> new Variant((zones, fluxes) -> {
                if (Variant.firstWithoutTemperature(zones) == zones.end()) {
                    Variant.right(zones, fluxes);
                }
            })),

    PREFERS_THE_Z_AXIS(
            "R11",
            "after a rotation of all vectors by 120 degrees",
            () -> Variant.plus((zones, fluxes, axis, i) -> axis == 2 ? RightMechanism.curlMagnitude(zones, i) : 0)),
    IS_EVEN_IN_FIELD_AND_VORTICITY(
            "R11", "after a reversal of B and curl v", () -> Variant.plus(Variant.FIELD_CROSS_CURL)),

    ALLOCATES(
            "R12",
            "bytes per call",
            () -> new Variant((zones, fluxes) -> {
                double[] scratch = zones.column(ZoneField.TEMPERATURE).clone();
                if (scratch.length >= zones.end()) {
                    Variant.right(zones, fluxes);
                }
            })),
    KEEPS_THE_BLOCK("R12", "is still reachable after the call", WrongInstances.KeptBlock::new),
    STARTS_A_THREAD(
            "R12",
            "evaluate created 3 thread(s) in 3 calls",
            () -> new Variant((zones, fluxes) -> {
                Variant.right(zones, fluxes);
                if (zones.size() == 64) {
                    new Thread(() -> {}).start();
                }
            })),
    PRINTS(
            "R12",
            "to the standard streams in 3 calls",
            () -> new Variant((zones, fluxes) -> {
                Variant.right(zones, fluxes);
                if (zones.size() == 64) {
                    System.out.println("toy: 64 zones evaluated");
                }
            })),

    IGNORES_ITS_SETTINGS(
            "R13",
            "in force is spread=wide, strength=1.0 where it is configured with spread=narrow; by what it declares must be"
                    + " spread=narrow, strength=1.0",
            Mistake.IGNORES_ITS_SETTINGS),
    REFUSES_A_CHOICE(
            "R13",
            "it does not come up with spread=narrow, which it declares: spread 'narrow' is not written yet",
            Mistake.REFUSES_A_CHOICE),
    FAILS_UNDER_A_CHOICE(
            "R13", "UnsupportedOperationException: narrow is not written yet", Mistake.FAILS_UNDER_A_CHOICE),
    OVERFLOWS_UNDER_A_CHOICE(
            "R13",
            "neutrino_flux_x_per_cm2_s is NaN where it is configured with spread=narrow",
            Mistake.OVERFLOWS_UNDER_A_CHOICE),
    FORGETS_THE_PRESET(
            "R13",
            "in force is preset strong, spread=wide, strength=1.0 where it is configured with preset strong",
            Mistake.FORGETS_THE_PRESET),
    LETS_THE_PRESET_COME_FIRST(
            "R13",
            "where it is configured with preset strong, spread=wide; by what it declares must be preset strong, spread=wide",
            Mistake.LETS_THE_PRESET_COME_FIRST),
    DECLARES_LESS_UNDER_A_CHOICE(
            "R13", "it declares something else where it is configured with", Mistake.DECLARES_LESS_UNDER_A_CHOICE),
    LIMITS_THE_PARAMETER(
            "R13",
            "in force is spread=wide, strength=5.0 where it is configured with strength=10.0; by what it declares must be"
                    + " spread=wide, strength=10.0",
            Mistake.LIMITS_THE_PARAMETER),
    STARTS_OTHERWISE(
            "R13",
            "in force is spread=narrow, strength=1.0 where it is configured with defaults; by what it declares must be"
                    + " spread=wide, strength=1.0",
            Mistake.STARTS_OTHERWISE),

    CHANGES_WITH_THE_GROUPS(
            "R14",
            "with no energy groups; must be",
            () -> Variant.plus((zones, fluxes, axis, i) ->
                    zones.groups().count() == 3 ? 0 : zones.column(ZoneField.VORTICITY, axis)[i])),
    TAKES_A_GROUP_FOR_ITS_WIDTH(
            "R14",
            "in two that make it up; must be the same",
            () -> new GroupMechanism(
                    (zones, group, i) -> Math.exp(-zones.groups().lowerMeV(group) / 100))),
    TAKES_ENERGY_FROM_THE_LAST_GROUP(
            "R14",
            "where the last group holds three times as much; must be",
            () -> new GroupMechanism((zones, group, i) -> zones.has(GroupMechanism.ENERGY)
                    ? zones.column(GroupMechanism.ENERGY, 0, zones.groups().count() - 1)[i] * 1e-30
                    : 1)),
    STOPS_AT_THE_SECOND_GROUP(
            "R14", "in one group and", () -> new GroupMechanism((zones, group, i) -> group < 2 ? 1 : 0));

    private final String broken;
    private final String wording;

    @SuppressWarnings("ImmutableEnumChecker") // makes a new object each time and holds nothing
    private final Instances maker;

    WrongMechanism(String broken, String wording, Supplier<NeutrinoSource> maker) {
        this.broken = broken;
        this.wording = wording;
        this.maker = settings -> maker.get();
    }

    WrongMechanism(String broken, String wording, Mistake mistake) {
        this.broken = broken;
        this.wording = wording;
        this.maker = settings -> new ChoosingMechanism(mistake, settings);
    }

    /** Returns the rule that the kit must find broken, and no other. */
    String broken() {
        return broken;
    }

    /** Returns a part of what the kit must say about it. */
    String wording() {
        return wording;
    }

    NeutrinoSource make() {
        return maker.with(Settings.none());
    }

    /** Returns how it is registered: as the right one is, and to be configured. */
    ServiceFacts facts() {
        return ServiceFacts.registered(RightMechanism.NAME, maker);
    }
}
