package org.chiralkick.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.chiralkick.benchmark.BroadcastBenchmark.Profile;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures everything and writes the table {@code speed.md}: what, ours, C, ratio, goal, whether met. Run by {@code bench}
 * of this module, from its folder, after a build.
 */
public final class SpeedTable {
    private static final Path TARGET = Path.of("target");
    private static final int MANY = 976 * 4096;

    /** Bytes that a zone moves: 9 columns read, 12 read and written. */
    private static final double BYTES_PER_ZONE = 8 * (9 + 2 * 12);

    private SpeedTable() {}

    /** Measures, and prints the table too. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        CPrograms programs = new CPrograms(TARGET.resolve("programs"));
        System.out.println("C and Java agree to " + Agreement.largestDifference(programs) + " of the scale");
        Quantities c = programs.measure();
        JavaRuns ours = new JavaRuns(true);
        JavaRuns plain = new JavaRuns(false);
        double kernel = ours.kernel(4096, false, 1);
        SpeedRows rows = new SpeedRows();

        rows.add("kernel, 512 zones, no mu_5 [ns/zone]", ours.kernel(512, false, 1), c.get("kernel-512"), 1.3);
        rows.add("kernel, 4096 zones, no mu_5 [ns/zone]", kernel, c.get("kernel-4096"), 1.3);
        rows.add(
                "kernel, 512 zones, mu_5 washed out [ns/zone]",
                ours.kernel(512, true, 1),
                c.get("washed-out-512"),
                1.3);
        rows.add(
                "kernel, 4096 zones, mu_5 washed out [ns/zone]",
                ours.kernel(4096, true, 1),
                c.get("washed-out-4096"),
                1.3);
        double fromMemory = ours.kernel(MANY, false, 1);
        rows.add("kernel, 4 M zones in blocks of 4096 [ns/zone]", fromMemory, c.get("kernel-4000000"), 1.1);
        rows.add(
                "4096 zones, without the Vector API [ns/zone]",
                plain.kernel(4096, false, 1),
                c.get("kernel-4096"),
                1.3);
        rows.add("rho, T, Ye, Ynu to mu_e, mu_nu, share [ns/zone]", ours.inversion(), c.get("inversion-4096"), 1.5);
        rows.addBelow("mu_e below 1e10 g/cm^3 [ns/zone]", ours.thinMatter("derive"), 200);
        rows.addAgainst(
                "the same, over the integrals it stands for",
                ours.thinMatter("derive"),
                ours.thinMatter("invert"),
                0.1);
        double repeated = ours.broadcast(16, Profile.STRIDES) / 1e3;
        rows.addAgainst(
                "profile of 600 shells over 16 angles by strides of zero, over all of it spelled out [us]",
                repeated,
                ours.broadcast(16, Profile.SPELLED_OUT) / 1e3,
                0.5);
        rows.addAgainst(
                "the same, over 600 shells alone and the fluxes of 9600 zones where nothing is derived [us]",
                repeated,
                (ours.broadcast(1, Profile.STRIDES) + ours.broadcast(16, Profile.GIVEN)) / 1e3,
                1.05);
        rows.add(
                "20 energy groups, 3 species, no rotation [ns per zone and group]",
                ours.groups(false),
                c.get("groups"),
                1.3);
        rows.add(
                "20 energy groups, 3 species, rotating [ns per zone and group]",
                ours.groups(true),
                c.get("groups-rotating"),
                1.3);

        double adapter = ours.adapter("block") / AdapterBenchmark.ZONES;
        rows.addAgainst("adapter, 4096 lent zones, over the kernel [ns/zone]", adapter, kernel, 1.25);
        rows.addBelow("advance, one zone, no recoil [us]", ours.adapter("advance") / 1e3, 0.5);
        rows.addBelow("advance, one zone that emits [us]", ours.adapter("advanceEmitting") / 1e3, 0.5);
        rows.addBelow("allocated per step [bytes]", ours.allocated("advanceEmitting"), 0.5);

        double block = c.get("block-16x16x16");
        rows.addBelow("C: block of 16^3 [us]", block, 40);
        rows.addAgainst(
                "C: the same, single precision with ghost zones in [us]",
                c.get("block-16x16x16-single-ghosted"),
                block,
                1.5);
        rows.addBelow("C: empty call [us]", c.get("empty-call"), 1);
        rows.addBelow("C: one zone [us]", c.get("evaluate_1_zone"), 1);
        double alone = c.get("mhd-step-alone");
        String host = "C: MHD step of 16^3 with an equation of state, %.2f us per zone; longer by [%%]"
                .formatted(alone / 4096);
        rows.addBelow(host, 100 * (c.get("mhd-step-coupled") / alone - 1), 1);
        rows.addBelow(
                "C: the same, with an evaluation in either stage [%]",
                100 * (c.get("mhd-step-coupled-twice") / alone - 1), 1);
        rows.addBelow(
                "C: one evaluation, single precision with ghost zones, in a step of 1 us per zone [%]",
                100 * c.get("block-16x16x16-single-ghosted") / 4096, 1);

        rows.addBelow("ck_open without the start-up archive [s]", c.get("ck_open_plain"), 0.5);
        rows.addBelow("ck_open with it [s]", c.get("ck_open_archive"), 0.35);
        rows.addBelow("process start to first fluxes with it [s]", c.get("first_fluxes_archive"), 0.35);
        rows.addBelow("resident beyond the host's with it [MB]", c.get("resident_archive"), 80);

        double twoThreads = ours.kernel(4096, false, 2);
        rows.addAbove("two threads, 4096 zones, speed-up", 2 * kernel / twoThreads, 1.8);
        double copySpeedUp = c.get("copy-4000000-two-threads") / c.get("copy-4000000");
        rows.addAbove(
                "two threads, 4 M zones, speed-up over that of copying",
                2 * fromMemory / ours.kernel(MANY, false, 2) / copySpeedUp,
                0.9);
        rows.addAbove("two MPI ranks, 16^3 zones, speed-up", 2 * c.get("ranks-cache-1") / c.get("ranks-cache-2"), 1.8);
        rows.addAbove(
                "two MPI ranks, 2 M zones, speed-up over that of copying",
                2 * c.get("ranks-memory-1") / c.get("ranks-memory-2") / copySpeedUp,
                0.9);
        rows.addBelow(
                "1e8 zones over 1e7 of storage against 4 M [ns/zone ratio]",
                ours.kernel(2441 * 4096, false, 1) / fromMemory,
                1.2);

        double bandwidth = BYTES_PER_ZONE / fromMemory;
        String table =
                "# Speed, " + LocalDate.now(ZoneOffset.UTC) + "\n\n" + programs.machine() + "\n\n" + rows.markdown()
                        + "\nFrom memory the kernel moves %.0f bytes per zone at %.1f GB/s, %.0f %% of a copy's %.1f GB/s.\n"
                                .formatted(
                                        BYTES_PER_ZONE,
                                        bandwidth,
                                        100 * bandwidth / c.get("copy-4000000"),
                                        c.get("copy-4000000"));
        Files.writeString(TARGET.resolve("speed.md"), table);
        System.out.println("\n" + table);
    }
}
