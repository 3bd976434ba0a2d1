package org.chiralkick.star;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.emission.Instant;
import org.chiralkick.star.emission.ZoneCurrents;
import org.chiralkick.star.evolve.Evolution;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.Species;

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
        ZoneCurrents currents) {
    /**
     * Returns all zones of a star from the centre.
     *
     * @param now the star
     * @param evolution what has led to it, for the flows of the latest step
     * @param currents field and anomalous currents of each zone
     */
    static List<ShellState> of(Instant now, Evolution evolution, List<ZoneCurrents> currents) {
        Star star = now.star();
        List<ShellState> shells = new ArrayList<>(star.zones());
        for (int i = 0; i < star.zones(); i++) {
            MatterState matter = star.matter(i);
            double leptons = 0;
            double luminosity = 0;
            for (Species species : Species.values()) {
                leptons += species.leptonNumber() * evolution.numberPerS(species, i + 1);
                luminosity += evolution.luminosityErgPerS(species, i + 1);
            }
            shells.add(new ShellState(
                    star.grid().enclosedG(i + 1),
                    star.centreCm(i),
                    matter.densityGPerCm3(),
                    matter.temperature(),
                    matter.electronFraction(),
                    matter.neutrinoFraction(),
                    matter.electronPotential(),
                    matter.neutrinoPotential(),
                    matter.entropyPerBaryon(),
                    matter.pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4,
                    now.depth().meanFreePathCm(i),
                    now.depth().at(i + 1),
                    leptons,
                    luminosity,
                    currents.get(i)));
        }
        return shells;
    }
}
