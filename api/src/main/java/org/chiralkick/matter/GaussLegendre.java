package org.chiralkick.matter;

/** Nodes and weights of Gauss-Legendre quadrature. */
final class GaussLegendre {
    private GaussLegendre() {}

    /**
     * Sets nodes and weights of the rule on [0, 1]: exact for polynomials up to degree 2 n - 1 with n nodes. The roots of
     * P_n(cos theta) come from Newton's method in theta on the three-term recurrence; in theta nothing cancels near the ends.
     *
     * @param node receives the nodes in ascending order
     * @param weight receives the weights, of sum 1; as long as {@code node}
     */
    static void onUnitInterval(double[] node, double[] weight) {
        int n = node.length;
        for (int i = 0; i < n; i++) {
            double theta = Math.PI * (i + 0.75) / (n + 0.5);
            double slope = 0;
            for (int iteration = 0; iteration < 6; iteration++) {
                double x = Math.cos(theta);
                double last = 1;
                double value = x;
                for (int k = 2; k <= n; k++) {
                    double next = ((2 * k - 1) * x * value - (k - 1) * last) / k;
                    last = value;
                    value = next;
                }
                slope = n * (x * value - last) / Math.sin(theta);
                theta -= value / slope;
            }
            double sine = Math.sin(theta / 2);
            node[i] = sine * sine;
            weight[i] = 1 / (slope * slope);
        }
    }
}
