package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 24, 52})
    void powersUpToTwiceTheNodesAreIntegratedExactly(int nodes) {
        double[] node = new double[nodes];
        double[] weight = new double[nodes];
        GaussLegendre.onUnitInterval(node, weight);
        for (int power = 0; power < 2 * nodes; power++) {
            double sum = 0;
            for (int i = 0; i < nodes; i++) {
                sum += weight[i] * Math.pow(node[i], power);
            }
            assertEquals(1.0 / (power + 1), sum, 3e-14 / (power + 1), "x^" + power);
        }
    }
}
