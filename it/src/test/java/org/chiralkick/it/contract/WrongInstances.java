package org.chiralkick.it.contract;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/** Mechanisms whose mistake is a field of their own: state between calls. */
final class WrongInstances {
    private WrongInstances() {}

    /** Has a new version at the third call. */
    static final class ChangingDescriptor extends RightMechanism {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public SourceDescriptor describe() {
            int call = calls.incrementAndGet();
            return descriptor().version(call < 3 ? "1.0.0" : "1.0." + call).build();
        }
    }

    /** Adds curl v times a factor that it computes anew only for another block object; hosts use the same one again. */
    static final class CacheByBlock extends RightMechanism {
        private final double[] factor = new double[8192];
        private int block;
        private int first;
        private int end;

        @Override
        public synchronized void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            super.evaluate(zones, fluxes);
            if (System.identityHashCode(zones) != block || zones.first() != first || zones.end() != end) {
                block = System.identityHashCode(zones);
                first = zones.first();
                end = zones.end();
                for (int i = first; i < end; i++) {
                    factor[i] = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL)[i];
                }
            }
            addCurlTimes(factor, zones, fluxes);
        }
    }

    /** Adds curl v times a factor that it puts down, for a moment, where all threads do. */
    static final class SharedScratch extends RightMechanism {
        private final double[] scratch = new double[8192];

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            super.evaluate(zones, fluxes);
            for (int i = zones.first(); i < zones.end(); i++) {
                scratch[i] = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL)[i];
            }
            LockSupport.parkNanos(1); // the moment in which another thread comes
            addCurlTimes(scratch, zones, fluxes);
        }
    }

    /** Keeps the last block. */
    static final class KeptBlock extends RightMechanism {
        private volatile @Nullable ZoneBlock last;

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            super.evaluate(zones, fluxes);
            last = zones;
        }

        boolean keeps() {
            return last != null;
        }
    }

    private static void addCurlTimes(double[] factor, ZoneBlock zones, FluxBlock fluxes) {
        if (!fluxes.wants(FluxField.NEUTRINO_FLUX)) {
            return;
        }
        for (int axis = 0; axis < 3; axis++) {
            double[] curl = zones.column(ZoneField.VORTICITY, axis);
            double[] flux = fluxes.column(FluxField.NEUTRINO_FLUX, axis);
            for (int i = zones.first(); i < zones.end(); i++) {
                flux[i] += factor[i] * curl[i];
            }
        }
    }
}
