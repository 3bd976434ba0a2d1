package org.chiralkick.star.matter;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Finds the electrons among the leptons. */
public final class BetaEquilibrium {
    private static final double LEAST = 1e-4;
    private static final double MOST = 0.9;
    private static final double TOLERANCE = 1e-12;
    private static final int EVALUATIONS = 200;

    private BetaEquilibrium() {}

    /**
     * Returns the state in beta equilibrium that has a given net number of leptons; they grow with Y_e, so there is one.
     *
     * @param baryonDensity n [MeV^3], {@code > 0}
     * @param temperature T [MeV], {@code > 0}
     * @param leptonFraction Y_L = Y_e + Y_nu [1]
     * @throws IllegalArgumentException if Y_e would be outside [1e-4, 0.9]
     */
    public static MatterState withLeptons(
            Matter matter, double baryonDensity, double temperature, double leptonFraction) {
        double least = matter.at(baryonDensity, temperature, LEAST).leptonFraction();
        double most = matter.at(baryonDensity, temperature, MOST).leptonFraction();
        if (!(least < leptonFraction && leptonFraction < most)) {
            throw new IllegalArgumentException("lepton fraction is " + leptonFraction + "; must be in (" + least + ", "
                    + most + ") for beta equilibrium with n = " + baryonDensity + " MeV^3 and T = " + temperature
                    + " MeV");
        }
        double electrons = new BrentSolver(TOLERANCE)
                .solve(
                        EVALUATIONS,
                        ye -> matter.at(baryonDensity, temperature, ye).leptonFraction() - leptonFraction,
                        LEAST,
                        MOST);
        return matter.at(baryonDensity, temperature, electrons);
    }
}
