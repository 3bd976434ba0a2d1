package org.chiralkick.star.matter;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;

/**
 * Interacting nucleons with relativistic electrons, photons and the six neutrinos, in beta equilibrium.
 *
 * <p>From (n, T, Y_e) everything is explicit; no equation is solved. The free energy per volume is
 *
 * <pre>
 *   F = F_kin(n_n, n_p, T; M*(n)) + n v(n, x) + n (1 - x)(m_n - m_p) + leptons and photons,   x = Y_e,
 * </pre>
 *
 * with the interaction v and M* of {@link NuclearForces}; all else is a derivative of it, so that the first law holds:
 *
 * <pre>
 *   P_N         = (2/3 - (n/M*) dM*&#47;dn) eps_kin + n^2 dv/dn
 *   mu_n - mu_p = T (eta_n - eta_p) + 4 (1 - 2x) c u^gamma + (m_n - m_p)        (4 S(n) (1 - 2x) in the degenerate limit)
 *   mu_nu       = mu_e - (mu_n - mu_p)
 * </pre>
 *
 * Electrons are massless (2 Weyl species; right to (m_e/mu_e)^2), nu_e one Weyl species with mu_nu, nu_mu and nu_tau two
 * without chemical potential. Muons and nuclei are left out: below 1e14 g/cm^3 and a few MeV matter would form nuclei, which
 * make the crust but hold little of the star's mass and heat.
 */
public final class DenseMatter implements Matter {
    private static final double PI_SQUARED = Math.PI * Math.PI;
    private static final double MASS = PhysicalConstants.NUCLEON_MASS_MEV;
    private static final double MASS_DIFFERENCE = PhysicalConstants.NEUTRON_PROTON_MASS_DIFFERENCE_MEV;

    /** nu_mu and nu_tau with their antiparticles: two Weyl species without net number. */
    private static final int THERMAL_NEUTRINOS = 2;

    private final double saturation;
    private final double massSlope;
    private final double attraction;
    private final double repulsion;
    private final double repulsionExponent;
    private final double asymmetry;
    private final double asymmetryExponent;

    /** Makes the equation of state of these forces. */
    public DenseMatter(NuclearForces forces) {
        saturation = forces.saturationDensity();
        massSlope = forces.massSlope();
        attraction = forces.attraction();
        repulsion = forces.repulsion();
        repulsionExponent = forces.repulsionExponent();
        asymmetry = forces.asymmetry();
        asymmetryExponent = forces.asymmetryExponent();
    }

    @Override
    public MatterState at(double n, double t, double ye) {
        double u = n / saturation;
        double bareOverEffective = 1 + massSlope * u;
        double mass = MASS / bareOverEffective;
        double neutrons = NucleonGas.logIntegral(n * (1 - ye), t, mass);
        double protons = NucleonGas.logIntegral(n * ye, t, mass);
        double etaN = NucleonGas.degeneracy(neutrons);
        double etaP = NucleonGas.degeneracy(protons);
        double kinetic = t * ((1 - ye) * NucleonGas.meanKinetic(neutrons) + ye * NucleonGas.meanKinetic(protons));

        double excess = 1 - 2 * ye;
        double stiff = repulsion * Math.pow(u, repulsionExponent);
        double asymmetric = asymmetry * Math.pow(u, asymmetryExponent);
        double interaction = attraction * u + stiff + excess * excess * asymmetric;
        double interactionSlope =
                attraction * u + repulsionExponent * stiff + excess * excess * asymmetryExponent * asymmetric;
        double massTerm = massSlope * u / bareOverEffective;

        double muElectron = WeylGas.chemicalPotential(n * ye / 2, t);
        double muNeutrino = muElectron - t * (etaN - etaP) - 4 * excess * asymmetric - MASS_DIFFERENCE;
        double neutrinoDensity = WeylGas.numberDensity(muNeutrino, t);

        double radiation = PI_SQUARED / 15 * t * t * t * t;
        double relativistic = (2 * WeylGas.energyDensity(muElectron, t)
                        + WeylGas.energyDensity(muNeutrino, t)
                        + THERMAL_NEUTRINOS * WeylGas.energyDensity(0, t)
                        + radiation)
                / n;
        double neutrinoFraction = neutrinoDensity / n;
        double nucleonEntropy = (5.0 / 3) * kinetic / t - (1 - ye) * etaN - ye * etaP;
        double leptonEntropy = (4.0 / 3 * relativistic - ye * muElectron - neutrinoFraction * muNeutrino) / t;
        return new MatterState(
                n,
                t,
                ye,
                neutrinoFraction,
                muElectron,
                muNeutrino,
                etaN,
                etaP,
                NucleonGas.response(neutrons),
                NucleonGas.response(protons),
                1 / bareOverEffective,
                n * ((2.0 / 3 + massTerm) * kinetic + interactionSlope + relativistic / 3),
                kinetic + interaction + (1 - ye) * MASS_DIFFERENCE + relativistic,
                nucleonEntropy + leptonEntropy);
    }
}
