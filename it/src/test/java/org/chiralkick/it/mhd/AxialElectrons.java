package org.chiralkick.it.mhd;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;

/**
 * Electrons of one temperature and net density, of which a host evolves n_5 = n_eL - n_eR and binds the potentials.
 *
 * @param temperature T [MeV]
 * @param density n_eL + n_eR [cm^-3]
 */
record AxialElectrons(double temperature, double density) {
    /** Returns the electrons that have this potential where both chiralities are as many. */
    static AxialElectrons of(double temperature, double potentialMev) {
        return new AxialElectrons(
                temperature, 2 * WeylGas.numberDensity(potentialMev, temperature) * PhysicalConstants.PER_CM3_PER_MEV3);
    }

    /** Returns mu_e [MeV] where n_5 [cm^-3] is this. */
    double mean(double axialDensity) {
        return (left(axialDensity) + left(-axialDensity)) / 2;
    }

    /** Returns mu_5 [MeV] where n_5 [cm^-3] is this. */
    double axial(double axialDensity) {
        return (left(axialDensity) - left(-axialDensity)) / 2;
    }

    /** Returns n_5 [cm^-3] where mu_5 [MeV] is this. */
    double axialDensity(double axialMev) {
        double low = -density;
        double high = density;
        while (high - low > 1e-15 * density) {
            double middle = (low + high) / 2;
            if (axial(middle) < axialMev) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double left(double axialDensity) {
        return WeylGas.chemicalPotential(
                (density + axialDensity) / (2 * PhysicalConstants.PER_CM3_PER_MEV3), temperature);
    }
}
