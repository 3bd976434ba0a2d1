package org.chiralkick.star.emission;

import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.View;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.field.FrozenField;
import org.chiralkick.star.field.PolarVector;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.structure.Star;

/**
 * All zones of the star times directions, without a surface: for the angular means and magnitudes of the anomalous currents
 * inside. Matter is broadcast over directions by zero strides.
 */
final class InteriorBlock {
    private final int zones;
    private final Directions directions;
    private final BlockBinding binding;

    private final double[] temperature;
    private final double[] muElectron;
    private final double[] muNeutrino;
    private final double[] density;
    private final double[] electronFraction;
    private final double[] volume;
    private final double[] meanFreePath;
    private final double[] gradientLength;
    private final double[] vorticity = new double[1];
    private final double[] lapse;
    private final double[][] position;
    private final double[][] field;
    private final double[][] lepton;
    private final double[][] axial;
    private final double[][] neutrino;
    private final double[][] energy;

    InteriorBlock(int zones, Directions directions) {
        this.zones = zones;
        this.directions = directions;
        int cells = zones * directions.size();
        temperature = new double[zones];
        muElectron = new double[zones];
        muNeutrino = new double[zones];
        density = new double[zones];
        electronFraction = new double[zones];
        volume = new double[zones];
        meanFreePath = new double[zones];
        gradientLength = new double[zones];
        lapse = new double[zones];
        position = new double[3][cells];
        field = new double[3][cells];
        lepton = new double[3][cells];
        axial = new double[3][cells];
        neutrino = new double[3][cells];
        energy = new double[3][cells];
        View none = View.constant(0);
        binding = BlockBinding.of(directions.size(), zones)
                .in(ZoneField.TEMPERATURE, perZone(temperature))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, perZone(muElectron))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, perZone(muNeutrino))
                .in(ZoneField.DENSITY, perZone(density))
                .in(ZoneField.ELECTRON_FRACTION, perZone(electronFraction))
                .in(ZoneField.VOLUME, perZone(volume))
                .in(ZoneField.MEAN_FREE_PATH, perZone(meanFreePath))
                .in(ZoneField.GRADIENT_LENGTH, perZone(gradientLength))
                .in(ZoneField.MAGNETIC_FIELD, views(field))
                .in(ZoneField.VORTICITY, none, none, View.of(vorticity, 0, 0, 0))
                .in(ZoneField.LAPSE, perZone(lapse))
                .in(ZoneField.POSITION, views(position))
                .in(ZoneField.SURFACE_ELEMENT, none, none, none)
                .out(FluxField.LEPTON_FLUX, views(lepton))
                .out(FluxField.AXIAL_FLUX, views(axial))
                .out(FluxField.NEUTRINO_FLUX, views(neutrino))
                .out(FluxField.NEUTRINO_ENERGY_FLUX, views(energy))
                .build();
    }

    private static View perZone(double[] column) {
        return View.of(column, 0, 0, 1);
    }

    static View[] views(double[][] vector) {
        return new View[] {View.of(vector[0]), View.of(vector[1]), View.of(vector[2])};
    }

    /** Fills in the state of the star. The frame rotates with the star: means and magnitudes do not depend on the phase. */
    void fill(Instant now, Star initial, FrozenField frozen, double angularVelocity) {
        Star star = now.star();
        vorticity[0] = 2 * angularVelocity;
        int angles = directions.size();
        for (int i = 0; i < zones; i++) {
            MatterState matter = star.matter(i);
            temperature[i] = matter.temperature();
            muElectron[i] = matter.electronPotential();
            muNeutrino[i] = matter.neutrinoPotential();
            density[i] = matter.densityGPerCm3();
            electronFraction[i] = matter.electronFraction();
            volume[i] = star.volumeCm3(i) / angles;
            meanFreePath[i] = now.depth().meanFreePathCm(i);
            gradientLength[i] = gradientLength(star, i);
            double r0 = initial.centreCm(i);
            double r = star.centreCm(i);
            lapse[i] = now.redshift().at(r);
            double compression = matter.baryonDensity() / initial.matter(i).baryonDensity();
            for (int k = 0; k < angles; k++) {
                PolarVector b = frozen.gaussAt(now.timeS(), r0, r, compression, directions.cosTheta(k));
                for (int axis = 0; axis < 3; axis++) {
                    position[axis][i * angles + k] = r * directions.radial(k, axis);
                    field[axis][i * angles + k] = directions.cartesian(k, b, axis);
                }
            }
        }
    }

    /** Returns |mu_nu/(d mu_nu/dr)| between the neighbours of a zone, at most the radius of the star [cm]. */
    static double gradientLength(Star star, int zone) {
        int inner = Math.max(zone - 1, 0);
        int outer = Math.min(zone + 1, star.zones() - 1);
        double slope =
                (star.matter(outer).neutrinoPotential() - star.matter(inner).neutrinoPotential())
                        / (star.centreCm(outer) - star.centreCm(inner));
        return gradientLength(star, star.matter(zone).neutrinoPotential(), slope);
    }

    /** Returns |mu_nu/slope|, at most the radius of the star [cm]: where nothing changes, the star ends. */
    static double gradientLength(Star star, double neutrinoPotential, double slope) {
        double radius = star.surfaceRadiusCm();
        return slope == 0 ? radius : Math.min(Math.abs(neutrinoPotential / slope), radius);
    }

    /** Returns the number of mass zones times directions. */
    long zones() {
        return (long) zones * directions.size();
    }

    BlockBinding binding() {
        return binding;
    }

    /** Returns the mean radial component of the neutrino number flux in each zone [cm^-2 s^-1]. */
    double[] meanNumberFlux() {
        return meanRadial(neutrino);
    }

    /** Returns the mean radial component of the neutrino energy flux in each zone [erg cm^-2 s^-1]. */
    double[] meanEnergyFlux() {
        return meanRadial(energy);
    }

    /** Returns the root mean square over directions of the lepton flux in each zone [cm^-2 s^-1]. */
    double[] leptonMagnitude() {
        return magnitude(lepton);
    }

    /** Returns the root mean square over directions of the axial flux in each zone [cm^-2 s^-1]. */
    double[] axialMagnitude() {
        return magnitude(axial);
    }

    /** Returns the root mean square over directions of the neutrino flux in each zone [cm^-2 s^-1]. */
    double[] neutrinoMagnitude() {
        return magnitude(neutrino);
    }

    /** Returns the root mean square over directions of the field in each zone [G]. */
    double[] fieldMagnitude() {
        return magnitude(field);
    }

    private double[] meanRadial(double[][] flux) {
        int angles = directions.size();
        double[] mean = new double[zones];
        for (int i = 0; i < zones; i++) {
            for (int k = 0; k < angles; k++) {
                for (int axis = 0; axis < 3; axis++) {
                    mean[i] += directions.weight(k) * directions.radial(k, axis) * flux[axis][i * angles + k];
                }
            }
        }
        return mean;
    }

    private double[] magnitude(double[][] vector) {
        int angles = directions.size();
        double[] magnitude = new double[zones];
        for (int i = 0; i < zones; i++) {
            double sum = 0;
            for (int k = 0; k < angles; k++) {
                for (int axis = 0; axis < 3; axis++) {
                    double v = vector[axis][i * angles + k];
                    sum += directions.weight(k) * v * v;
                }
            }
            magnitude[i] = Math.sqrt(sum);
        }
        return magnitude;
    }
}
