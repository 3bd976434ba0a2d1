package org.chiralkick.matter;

/**
 * Integrals over the Fermi surface of one spin state of a massive gas with mu &gt; 0, particles and antiparticles:
 *
 * <pre>
 *   n      = 1/(6 pi^2) Int_m^inf p^3 [s(E - mu) - s(E + mu)] dE,
 *   dn/dmu = 1/(2 pi^2) Int_m^inf p E [s(E - mu) + s(E + mu)] dE,   s(E) = -df/dE = 1/(4 T cosh^2(E/2T)),
 * </pre>
 *
 * the first by parts. Both integrands are smooth functions times a peak of width T.
 *
 * <p><b>Method.</b> With a = exp(-|E - mu|/T) and b = exp(-(E + mu)/T), T s(E -+ mu) is a/(1 + a)^2 and b/(1 + b)^2, and
 *
 * <pre>
 *   T [s(E - mu) - s(E + mu)] = a (1 - exp(-2E/T)) (1 - exp(-2mu/T)) / ((1 + a)^2 (1 + b)^2)
 * </pre>
 *
 * without cancellation. The peak matters from 40 T below to 46 T above. One Gauss-Legendre panel on each side: below, E - mu =
 * -w T cos^2(theta); above, E is T (z^2 - w) above mu, or above m where that is more; w is the depth of the sea in T, at most 40.
 * Both substitutions make the square root at E = m analytic and keep the poles of s, pi T off the axis, at a good distance from
 * the panels (Aparicio, ApJS 117 (1998) 627, breaks the interval at the Fermi surface for the same reason). The relative error is
 * below 1e-13.
 */
final class FermiSurface {
    private static final int NODES = 52;
    private static final double REACH_BELOW = 40;
    private static final double REACH_ABOVE = 46;
    private static final double TWO_PI_SQUARED = 2 * Math.PI * Math.PI;

    private static final double[] NODE = new double[NODES];
    private static final double[] WEIGHT = new double[NODES];

    /** cos^2(theta) at the nodes of theta in [0, pi/2], and the weights of sin(2 theta) dtheta. */
    private static final double[] DEPTH = new double[NODES];

    private static final double[] DEPTH_WEIGHT = new double[NODES];

    static {
        GaussLegendre.onUnitInterval(NODE, WEIGHT);
        for (int i = 0; i < NODES; i++) {
            double theta = Math.PI / 2 * NODE[i];
            DEPTH[i] = Math.cos(theta) * Math.cos(theta);
            DEPTH_WEIGHT[i] = Math.PI / 2 * WEIGHT[i] * Math.sin(2 * theta);
        }
    }

    private FermiSurface() {}

    /**
     * Returns n/d [MeV^3], d = min(1, exp((mu - m)/T)): the factor by which a dilute gas is thin is left to the caller, who may
     * need its logarithm.
     *
     * @param mu chemical potential [MeV], {@code >= 0}
     * @param temperature temperature [MeV], {@code > 0}
     * @param mass rest mass [MeV], {@code >= 0}
     */
    static double netDensity(double mu, double temperature, double mass) {
        return -Math.expm1(-2 * mu / temperature) * integral(mu, temperature, mass, false) / (3 * TWO_PI_SQUARED);
    }

    /** Returns (dn/dmu)/d [MeV^2], with the d and the parameters of {@link #netDensity}. */
    static double susceptibility(double mu, double temperature, double mass) {
        return integral(mu, temperature, mass, true) / TWO_PI_SQUARED;
    }

    /** Returns the integral of p^3 [..-..]/(1 - exp(-2mu/T)) or, if even, of p E [..+..] dE, over d. */
    private static double integral(double mu, double temperature, double mass, boolean even) {
        double sea = Math.max(mu - mass, 0);
        double width = Math.min(sea / temperature, REACH_BELOW);
        double anti = Math.exp(-2 * mu / temperature);
        double below = 0;
        for (int i = 0; i < NODES && width > 0; i++) {
            double depth = width * DEPTH[i];
            double a = Math.exp(-depth);
            double b = anti / a;
            double kinetic = sea - temperature * depth;
            double peak = even ? evenPeak(a, b, b / a) : oddPeak(a, b, b / a);
            below += DEPTH_WEIGHT[i] * a * peak * phaseSpace(kinetic, mass, even);
        }
        double dilution = Math.exp(Math.min((mu - mass) / temperature, 0));
        double root = Math.sqrt(width);
        double span = Math.sqrt(width + REACH_ABOVE) - root;
        double above = 0;
        for (int i = 0; i < NODES; i++) {
            double z = span * NODE[i];
            double height = z * (z + 2 * root);
            double boltzmann = Math.exp(-height);
            double a = dilution * boltzmann;
            double b = anti * a;
            double kinetic = sea + temperature * height;
            double peak = even ? evenPeak(a, b, anti) : oddPeak(a, b, a * b);
            above += 2 * WEIGHT[i] * (z + root) * boltzmann * peak * phaseSpace(kinetic, mass, even);
        }
        return width * below + span * above;
    }

    /** Returns T [s(E - mu) - s(E + mu)]/(a (1 - exp(-2mu/T))) with {@code pair} = exp(-2E/T). */
    private static double oddPeak(double a, double b, double pair) {
        double product = (1 + a) * (1 + b);
        return (1 - pair) / (product * product);
    }

    /** Returns T [s(E - mu) + s(E + mu)]/a with {@code ratio} = b/a. */
    private static double evenPeak(double a, double b, double ratio) {
        return 1 / ((1 + a) * (1 + a)) + ratio / ((1 + b) * (1 + b));
    }

    private static double phaseSpace(double kinetic, double mass, boolean even) {
        double momentum = Math.sqrt(kinetic * (kinetic + 2 * mass));
        return even ? momentum * (kinetic + mass) : momentum * momentum * momentum;
    }
}
