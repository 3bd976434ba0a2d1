package org.chiralkick.star.emission;

import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.View;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.dipole.DipoleCurrents;
import org.chiralkick.star.field.FrozenField;
import org.chiralkick.star.field.PolarVector;
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
    private final SpeciesColumns neutrinos;
    private final SpeciesColumns antineutrinos;
    private final double[][] position;
    private final double[][] field;
    private final double[][] lepton;
    private final double[][] axial;
    private final double[][] neutrino;
    private final double[][] energy;
    private final FrozenField frozen;
    private final double[] initialRadius;
    private final double[][] initialField;

    /**
     * @param initial the star at t = 0; the field is frozen into it
     * @param frozen the field
     * @param directions in which each zone is sampled
     * @param withCurrents whether the currents of leptons are wanted beside those of neutrinos
     */
    InteriorBlock(InteriorState initial, FrozenField frozen, Directions directions, boolean withCurrents) {
        this.zones = initial.zones();
        this.frozen = frozen;
        this.initialRadius = initial.radius;
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
        neutrinos = new SpeciesColumns(zones);
        antineutrinos = new SpeciesColumns(zones);
        position = new double[3][cells];
        field = new double[3][cells];
        lepton = new double[3][cells];
        axial = new double[3][cells];
        neutrino = new double[3][cells];
        energy = new double[3][cells];
        View none = View.constant(0);
        initialField = initialField();
        BlockBinding.Builder builder = BlockBinding.of(directions.size(), zones)
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
                .out(FluxField.NEUTRINO_FLUX, views(neutrino))
                .out(FluxField.NEUTRINO_ENERGY_FLUX, views(energy));
        neutrinos.bindAsNeutrinos(builder, InteriorBlock::perZone);
        antineutrinos.bindAsAntineutrinos(builder, InteriorBlock::perZone);
        if (withCurrents) {
            builder.out(FluxField.LEPTON_FLUX, views(lepton)).out(FluxField.AXIAL_FLUX, views(axial));
        }
        binding = builder.build();
    }

    private double[][] initialField() {
        int angles = directions.size();
        double[][] components = new double[3][zones * angles];
        for (int i = 0; i < zones; i++) {
            for (int k = 0; k < angles; k++) {
                PolarVector b = frozen.initialGaussAt(initialRadius[i], directions.cosTheta(k));
                components[0][i * angles + k] = b.radial();
                components[1][i * angles + k] = b.polar();
                components[2][i * angles + k] = b.azimuthal();
            }
        }
        return components;
    }

    private static View perZone(double[] column) {
        return View.of(column, 0, 0, 1);
    }

    static View[] views(double[][] vector) {
        return new View[] {View.of(vector[0]), View.of(vector[1]), View.of(vector[2])};
    }

    /** Fills in the state of the star. The frame rotates with the star: means and magnitudes do not depend on the phase. */
    void fill(InteriorState now, double angularVelocity) {
        vorticity[0] = 2 * angularVelocity;
        copy(now.temperature, temperature);
        copy(now.muElectron, muElectron);
        copy(now.muNeutrino, muNeutrino);
        copy(now.density, density);
        copy(now.electronFraction, electronFraction);
        copy(now.meanFreePath, meanFreePath);
        copy(now.gradientLength, gradientLength);
        copy(now.lapse, lapse);
        neutrinos.copy(now.neutrinos);
        antineutrinos.copy(now.antineutrinos);
        int angles = directions.size();
        double left = frozen.left(now.timeS);
        for (int i = 0; i < zones; i++) {
            volume[i] = now.volume[i] / angles;
            double r = now.radius[i];
            double stretch = FrozenField.radialFactor(left, initialRadius[i], r);
            double squeeze = FrozenField.tangentialFactor(left, initialRadius[i], r, now.compression[i]);
            for (int axis = 0; axis < 3; axis++) {
                for (int k = 0; k < angles; k++) {
                    int cell = i * angles + k;
                    position[axis][cell] = r * directions.radial(k, axis);
                    field[axis][cell] = directions.cartesian(
                            k,
                            stretch * initialField[0][cell],
                            squeeze * initialField[1][cell],
                            squeeze * initialField[2][cell],
                            axis);
                }
            }
        }
    }

    static void copy(double[] from, double[] into) {
        System.arraycopy(from, 0, into, 0, into.length);
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

    /** Projects the neutrino fluxes of the latest evaluation on l = 1, in the frame that rotates with the star. */
    void project(DipoleCurrents into) {
        double[] radial = new double[3];
        double[] tangential = new double[3];
        for (int i = 0; i < zones; i++) {
            project(neutrino, i, radial, tangential);
            for (int axis = 0; axis < 3; axis++) {
                into.number(axis, i, radial[axis], tangential[axis]);
            }
            project(energy, i, radial, tangential);
            for (int axis = 0; axis < 3; axis++) {
                into.energy(
                        axis,
                        i,
                        radial[axis] / PhysicalConstants.ERG_PER_MEV,
                        tangential[axis] / PhysicalConstants.ERG_PER_MEV);
            }
        }
    }

    /** With means over directions: a = 3 (A_r n) and b = (3/2)(A - A_r n). */
    private void project(double[][] flux, int zone, double[] radial, double[] tangential) {
        double[] x = flux[0];
        double[] y = flux[1];
        double[] z = flux[2];
        double alongX = 0;
        double alongY = 0;
        double alongZ = 0;
        double meanX = 0;
        double meanY = 0;
        double meanZ = 0;
        int angles = directions.size();
        for (int k = 0; k < angles; k++) {
            int cell = zone * angles + k;
            double weight = directions.weight(k);
            double nx = directions.radial(k, 0);
            double ny = directions.radial(k, 1);
            double nz = directions.radial(k, 2);
            double outward = weight * (x[cell] * nx + y[cell] * ny + z[cell] * nz);
            alongX += outward * nx;
            alongY += outward * ny;
            alongZ += outward * nz;
            meanX += weight * x[cell];
            meanY += weight * y[cell];
            meanZ += weight * z[cell];
        }
        radial[0] = 3 * alongX;
        radial[1] = 3 * alongY;
        radial[2] = 3 * alongZ;
        tangential[0] = 1.5 * (meanX - alongX);
        tangential[1] = 1.5 * (meanY - alongY);
        tangential[2] = 1.5 * (meanZ - alongZ);
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
