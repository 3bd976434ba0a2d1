package org.chiralkick.star.dipole;

/** How two quantities, leptons and energy, go with T [MeV] and eta [1]: a matrix of two by two for each zone or interface. */
final class Matrices {
    final double[] leptonsPerMev;
    final double[] leptonsPerEta;
    final double[] energyPerMev;
    final double[] energyPerEta;

    Matrices(int size) {
        leptonsPerMev = new double[size];
        leptonsPerEta = new double[size];
        energyPerMev = new double[size];
        energyPerEta = new double[size];
    }

    double leptons(int i, double temperature, double eta) {
        return leptonsPerMev[i] * temperature + leptonsPerEta[i] * eta;
    }

    double energy(int i, double temperature, double eta) {
        return energyPerMev[i] * temperature + energyPerEta[i] * eta;
    }

    /** Adds a matrix times a factor to a block of a system of equations. */
    void addTo(double[][] block, int i, double factor) {
        block[0][0] += factor * leptonsPerMev[i];
        block[0][1] += factor * leptonsPerEta[i];
        block[1][0] += factor * energyPerMev[i];
        block[1][1] += factor * energyPerEta[i];
    }
}
