package org.chiralkick.pns;

import org.chiralkick.pns.coupling.ZoneCurrents;

/**
 * One mass zone of the star.
 *
 * @param enclosedMassG rest mass inside its outer interface [g]
 * @param radiusCm radius that halves its volume [cm]
 * @param densityGPerCm3 rest-mass density [g cm^-3]
 * @param temperatureMev T [MeV]
 * @param electronFraction net electrons per baryon [1]
 * @param neutrinoFraction net electron neutrinos per baryon [1]
 * @param electronPotentialMev mu_e [MeV]
 * @param neutrinoPotentialMev mu_nu [MeV]
 * @param entropyPerBaryon entropy per baryon [1]
 * @param pressureDynPerCm2 pressure [dyn cm^-2]
 * @param meanFreePathCm Rosseland mean free path of nu_e [cm]
 * @param opticalDepth optical depth of nu_e at its outer interface [1]
 * @param leptonsPerS net leptons that diffuse out through its outer interface [1/s]
 * @param luminosityErgPerS energy that diffuses out through its outer interface [erg/s]
 * @param currents field and anomalous currents
 */
public record ShellState(
        double enclosedMassG,
        double radiusCm,
        double densityGPerCm3,
        double temperatureMev,
        double electronFraction,
        double neutrinoFraction,
        double electronPotentialMev,
        double neutrinoPotentialMev,
        double entropyPerBaryon,
        double pressureDynPerCm2,
        double meanFreePathCm,
        double opticalDepth,
        double leptonsPerS,
        double luminosityErgPerS,
        ZoneCurrents currents) {}
