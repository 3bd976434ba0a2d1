package org.chiralkick.chiral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the source treats blocks: windows, adding, purity, threads, allocation. */
class BlockTest {
    private static final ChiralSource SOURCE = Sources.of("consistent", "chirality=preserved");

    /** Returns a host with zones that are the same for the same seed, first zone first. */
    private static SmallHost host(int zones, long seed, int offset) {
        Random random = new Random(seed);
        SmallHost host = new SmallHost(zones).groups(EnergyGroups.between(0, 40, Double.POSITIVE_INFINITY));
        for (int i = 0; i < zones - offset; i++) {
            double[] field = {1e15 * random.nextGaussian(), 1e15 * random.nextGaussian(), 1e15 * random.nextGaussian()};
            double[] curl = {1e3 * random.nextGaussian(), 1e3 * random.nextGaussian(), 1e3 * random.nextGaussian()};
            host.set(ZoneField.TEMPERATURE, i + offset, 40 * random.nextDouble());
            host.set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, i + offset, 300 * random.nextDouble());
            host.set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, i + offset, 250 * random.nextDouble() - 50);
            host.set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, i + offset, random.nextGaussian());
            host.set(ZoneField.MAGNETIC_FIELD, i + offset, field);
            host.set(ZoneField.VORTICITY, i + offset, curl);
            host.set(ZoneField.MEAN_FREE_PATH, i + offset, 1e5 * random.nextDouble());
            host.set(ZoneField.VOLUME, i + offset, 1e15);
            host.set(seed % 2 == 0 ? ZoneField.ELECTRIC_FIELD : ZoneField.MAGNETIC_FIELD_CURL, i + offset, curl);
            host.set(ZoneField.MAGNETIC_DIFFUSIVITY, i + offset, random.nextDouble());
        }
        return host.want(FluxField.values());
    }

    /** Short windows are worked in place, windows that end beyond 1024 are copied: both give the same bits. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 250, 800, 1020, 5000})
    void aZoneGetsTheSameBitsWhereverItStands(int offset) {
        int zones = 600;
        SmallHost atStart = host(zones, 7, 0).evaluate(SOURCE);
        SmallHost shifted =
                host(zones + offset, 7, offset).window(offset, offset + zones).evaluate(SOURCE);
        for (int i = 0; i < zones; i++) {
            for (FluxField flux : FluxField.values()) {
                for (int axis = 0; axis < flux.components(); axis++) {
                    assertEquals(atStart.get(flux, i, axis), shifted.get(flux, i + offset, axis), flux + " of " + i);
                }
            }
            assertEquals(atStart.flags(i), shifted.flags(i + offset));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1500})
    void zonesOutsideTheWindowAreNotTouched(int offset) {
        SmallHost host = host(2000, 7, 0).fill(42).window(offset + 100, offset + 400);
        host.evaluate(SOURCE);
        for (int i = 0; i < 2000; i++) {
            boolean inside = i >= offset + 100 && i < offset + 400;
            for (FluxField flux : new FluxField[] {FluxField.AXIAL_FLUX, FluxField.NEUTRINO_ENERGY_FLUX}) {
                assertEquals(inside, host.get(flux, i, 0) != 42, flux + " of zone " + i);
            }
            assertTrue(inside || host.flags(i).isEmpty());
        }
    }

    @Test
    void anEmptyWindowDoesNothing() {
        SmallHost host = host(10, 7, 0).fill(42);
        String before = host.bits();
        assertEquals(before, host.window(4, 4).evaluate(SOURCE).bits());
    }

    @Test
    void fluxesAreAddedToWhatIsThere() {
        SmallHost fresh = host(100, 7, 0).evaluate(SOURCE);
        SmallHost twice = host(100, 7, 0).evaluate(SOURCE).evaluate(SOURCE);
        for (FluxField flux : FluxField.values()) {
            double factor = flux.combination() == FluxField.Combination.ADD ? 2 : 1;
            for (int i = 0; i < 100; i++) {
                assertEquals(factor * fresh.get(flux, i, 0), twice.get(flux, i, 0), flux.toString());
            }
        }
    }

    @Test
    void aFluxIsTheSameWhetherOrNotOthersAreWanted() {
        SmallHost all = host(700, 7, 0).evaluate(SOURCE);
        for (FluxField flux : SOURCE.describe().gives()) {
            SmallHost one = new SmallHost(700).groups(all.zones().groups());
            for (ZoneField field : ZoneField.values()) {
                if (all.zones().has(field)) {
                    for (int i = 0; i < 700; i++) {
                        double[] value = new double[field.components()];
                        for (int axis = 0; axis < value.length; axis++) {
                            value[axis] = all.input(field, i, axis);
                        }
                        one.set(field, i, value);
                    }
                }
            }
            one.want(flux).evaluate(SOURCE);
            for (int i = 0; i < 700; i++) {
                for (int axis = 0; axis < flux.components(); axis++) {
                    assertEquals(all.get(flux, i, axis), one.get(flux, i, axis), flux.toString());
                }
            }
        }
    }

    @Test
    void aZoneThatIsNotANumberSpoilsNoOther() {
        SmallHost good = host(300, 7, 0).evaluate(SOURCE);
        SmallHost bad = host(300, 7, 0)
                .set(ZoneField.TEMPERATURE, 100, Double.NaN)
                .set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, 101, Double.POSITIVE_INFINITY)
                .set(ZoneField.MAGNETIC_FIELD, 102, Double.NaN, 0, Double.NEGATIVE_INFINITY)
                .evaluate(SOURCE);
        for (int i = 0; i < 300; i++) {
            if (i < 100 || i > 102) {
                assertEquals(good.get(FluxField.NEUTRINO_FLUX, i, 1), bad.get(FluxField.NEUTRINO_FLUX, i, 1));
                assertEquals(good.flags(i), bad.flags(i));
            }
        }
    }

    @Test
    void manyThreadsGetTheBitsOfOne() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            expected.add(host(1500, seed, 0).evaluate(SOURCE).bits());
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int seed = 0; seed < 8; seed++) {
                int own = seed;
                SmallHost host = host(1500, own, 0);
                runs.add(threads.submit(() -> {
                    for (int k = 0; k < 100; k++) {
                        assertEquals(
                                expected.get(own), host.fill(0).evaluate(SOURCE).bits());
                    }
                }));
            }
            for (Future<?> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothingIsAllocatedAfterTheFirstCalls() {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SmallHost inPlace = host(512, 7, 0);
        SmallHost copied = host(5000, 7, 0);
        long nothing = allocated(memory, inPlace, copied, 0);
        allocated(memory, inPlace, copied, 500);
        assertEquals(nothing, allocated(memory, inPlace, copied, 500));
    }

    private static long allocated(ThreadMXBean memory, SmallHost one, SmallHost other, int calls) {
        long before = memory.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int k = 0; k < calls; k++) {
            SOURCE.evaluate(one.zones(), one.fluxes());
            SOURCE.evaluate(other.zones(), other.fluxes());
        }
        return memory.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
