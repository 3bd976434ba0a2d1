package org.chiralkick.star.matter;

/** An equation of state: matter in beta equilibrium with trapped neutrinos. Pure and thread-safe. */
@FunctionalInterface
public interface Matter {
    /**
     * Returns the state of matter.
     *
     * @param baryonDensity baryon number density n [MeV^3], {@code > 0}
     * @param temperature T [MeV], {@code > 0}
     * @param electronFraction net electrons per baryon Y_e [1], in (0, 1)
     */
    MatterState at(double baryonDensity, double temperature, double electronFraction);
}
