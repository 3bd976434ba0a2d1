package org.chiralkick.star.emission;

import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.structure.Star;

/**
 * All zones of a star at one instant, as a mechanism gets to see them: a column per field, an entry per zone. Immutable once
 * filled.
 */
final class InteriorState {
    final double timeS;
    final double[] radius;
    final double[] compression;
    final double[] temperature;
    final double[] muElectron;
    final double[] muNeutrino;
    final double[] density;
    final double[] electronFraction;
    final double[] volume;
    final double[] meanFreePath;
    final double[] gradientLength;
    final double[] lapse;
    final SpeciesColumns neutrinos;
    final SpeciesColumns antineutrinos;

    /**
     * @param now the star
     * @param initial the same at t = 0, on the same mass zones
     */
    InteriorState(Instant now, Star initial) {
        Star star = now.star();
        int zones = star.zones();
        timeS = now.timeS();
        radius = new double[zones];
        compression = new double[zones];
        temperature = new double[zones];
        muElectron = new double[zones];
        muNeutrino = new double[zones];
        density = new double[zones];
        electronFraction = new double[zones];
        volume = new double[zones];
        meanFreePath = new double[zones];
        gradientLength = new double[zones];
        lapse = new double[zones];
        neutrinos = new SpeciesColumns(zones);
        antineutrinos = new SpeciesColumns(zones);
        for (int i = 0; i < zones; i++) {
            MatterState matter = star.matter(i);
            radius[i] = star.centreCm(i);
            compression[i] = matter.baryonDensity() / initial.matter(i).baryonDensity();
            temperature[i] = matter.temperature();
            muElectron[i] = matter.electronPotential();
            muNeutrino[i] = matter.neutrinoPotential();
            density[i] = matter.densityGPerCm3();
            electronFraction[i] = matter.electronFraction();
            volume[i] = star.volumeCm3(i);
            meanFreePath[i] = now.depth().meanFreePathCm(i);
            gradientLength[i] = InteriorBlock.gradientLength(star, i);
            lapse[i] = now.redshift().at(radius[i]);
            neutrinos.set(i, now.gases().neutrinos(i), muNeutrino[i], temperature[i]);
            antineutrinos.set(i, now.gases().antineutrinos(i), -muNeutrino[i], temperature[i]);
        }
    }

    int zones() {
        return radius.length;
    }
}
