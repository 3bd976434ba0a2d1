package org.chiralkick.host.internal.ledger;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint file holds: numbers for people, and the exact integers they are rounded from.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format
 * @param quantum what one of the integers' units is
 * @param steps committed steps
 * @param heldSteps committed steps without a source
 * @param lastStep the host's number of the step committed last
 * @param madeWith hashes of the latest configuration and sources and of their changes, hexadecimal
 * @param flagCounts zone evaluations with each flag, by name
 * @param entries sums per source and closures
 * @param crc32 checksum over all exact values, hexadecimal
 */
@JsonbPropertyOrder({
    "format",
    "version",
    "quantum",
    "steps",
    "heldSteps",
    "lastStep",
    "madeWith",
    "flagCounts",
    "entries",
    "crc32"
})
public record CheckpointDocument(
        String format,
        int version,
        String quantum,
        long steps,
        long heldSteps,
        long lastStep,
        List<String> madeWith,
        Map<String, Long> flagCounts,
        List<Entry> entries,
        String crc32) {
    static final String FORMAT = "chiralkick-checkpoint";
    static final int VERSION = 3;
    static final String QUANTUM = "2^-448";

    /**
     * The sums of one source under one set of closures.
     *
     * @param source its name
     * @param version its version
     * @param closures closures in force
     * @param steps committed steps
     * @param momentumGCmPerS momentum of the star [g cm/s]
     * @param torqueGCm2PerS angular momentum of the star [g cm^2/s]
     * @param number escaped neutrinos
     * @param energyErg escaped energy [erg]
     * @param exact the same eight numbers in this order, as hexadecimal integers in units of the quantum
     */
    @JsonbPropertyOrder({
        "source",
        "version",
        "closures",
        "steps",
        "momentumGCmPerS",
        "torqueGCm2PerS",
        "number",
        "energyErg",
        "exact"
    })
    public record Entry(
            String source,
            String version,
            Map<String, String> closures,
            long steps,
            @JsonbProperty("momentum_g_cm_per_s") List<Double> momentumGCmPerS,
            @JsonbProperty("torque_g_cm2_per_s") List<Double> torqueGCm2PerS,
            double number,
            double energyErg,
            List<String> exact) {}
}
