package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What is called in every zone and step allocates nothing. */
class AllocationTest {
    @Test
    void noFunctionOfMatterAllocates() {
        assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                        && bean.isThreadAllocatedMemorySupported(),
                "this virtual machine does not count allocated bytes");
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] n = {1, -1e5, 0, 1e300};
        double[] temperature = {10, 0, 3, 1};
        double[] mu = new double[4];
        double sum = everything(n, temperature, mu); // loads the classes
        long least = Long.MAX_VALUE;
        for (int attempt = 0;
                attempt < 5;
                attempt++) { // the least of five: the measurement itself may allocate at first
            long before = bean.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                sum += everything(n, temperature, mu);
            }
            least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(Double.isFinite(sum));
        assertEquals(0, least, "bytes allocated by a hundred calls");
    }

    private static double everything(double[] n, double[] temperature, double[] mu) {
        WeylGas.chemicalPotentials(n, temperature, mu, 0, n.length);
        FermiIntegrals.moments(5, 25, 30, 10, mu, 0);
        FermiIntegrals.moments(5, 35, 30, 10, mu, 0);
        return mu[0]
                + WeylGas.chemicalPotential(2, 10)
                + WeylGas.chemicalPotential(1e-200, 10)
                + MassiveFermiGas.chemicalPotential(0.1, 0.2, 0.5)
                + MassiveFermiGas.netNumberDensity(1, 0.2, 0.5)
                + LeptonPotentials.electron(1e13, 0.3, 10)
                + LeptonPotentials.electron(1e7, 0.3, 0.5)
                + LeptonPotentials.neutrino(1e13, 0.05, 10)
                + SpinFlip.ratePerS(100, 10)
                + NeutrinoMeanFreePath.electronNeutrinoCm(100, 1e14, 0.3, 10, 100, 50, 1);
    }
}
