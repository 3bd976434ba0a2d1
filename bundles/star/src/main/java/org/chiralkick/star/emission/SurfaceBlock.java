package org.chiralkick.star.emission;

import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.View;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.field.FrozenField;
import org.chiralkick.star.field.PolarVector;
import org.chiralkick.star.transport.NeutrinoGas;

/** The neutrinosphere in all directions, with its surface elements: what the recoil is summed over. Rotates with the star. */
final class SurfaceBlock {
    private final Directions directions;
    private final BlockBinding binding;
    private final double[] temperature = new double[1];
    private final double[] muElectron = new double[1];
    private final double[] muNeutrino = new double[1];
    private final double[] density = new double[1];
    private final double[] electronFraction = new double[1];
    private final double[] meanFreePath = new double[1];
    private final double[] gradientLength = new double[1];
    private final double[] lapse = new double[1];
    private final double[] vorticity = new double[1];
    private final SpeciesColumns neutrinos = new SpeciesColumns(1);
    private final SpeciesColumns antineutrinos = new SpeciesColumns(1);
    private final double[][] field;
    private final double[][] element;
    private final double[][] position;
    private final double[][] fieldAtStart;
    private final double[][] number;
    private final double[][] energy;

    /**
     * @param directions the elements
     * @param sphere a sphere of the star; what is not known on it is given to no mechanism
     * @param lapseThere lapse on it [1]; NaN where the star around it is not known, so that it has no volumes and positions either
     */
    SurfaceBlock(Directions directions, Neutrinosphere sphere, double lapseThere) {
        this.directions = directions;
        int size = directions.size();
        field = new double[3][size];
        element = new double[3][size];
        position = new double[3][size];
        fieldAtStart = new double[3][size];
        number = new double[3][size];
        energy = new double[3][size];
        View none = View.constant(0);
        BlockBinding.Builder builder = BlockBinding.of(size)
                .in(ZoneField.TEMPERATURE, everywhere(temperature))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, everywhere(muElectron))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, everywhere(muNeutrino))
                .in(ZoneField.MAGNETIC_FIELD, InteriorBlock.views(field))
                .in(ZoneField.SURFACE_ELEMENT, InteriorBlock.views(element))
                .in(ZoneField.VORTICITY, none, none, everywhere(vorticity))
                .out(FluxField.NEUTRINO_FLUX, InteriorBlock.views(number))
                .out(FluxField.NEUTRINO_ENERGY_FLUX, InteriorBlock.views(energy));
        bindWhereKnown(builder, ZoneField.DENSITY, sphere.densityGPerCm3(), density);
        bindWhereKnown(builder, ZoneField.ELECTRON_FRACTION, sphere.electronFraction(), electronFraction);
        bindWhereKnown(builder, ZoneField.MEAN_FREE_PATH, sphere.meanFreePathCm(), meanFreePath);
        bindWhereKnown(builder, ZoneField.GRADIENT_LENGTH, sphere.gradientLengthCm(), gradientLength);
        if (!sphere.neutrinos().equals(NeutrinoGas.UNKNOWN)) {
            neutrinos.bindAsNeutrinos(builder, SurfaceBlock::everywhere);
            antineutrinos.bindAsAntineutrinos(builder, SurfaceBlock::everywhere);
        }
        if (!Double.isNaN(lapseThere)) {
            builder.in(ZoneField.LAPSE, everywhere(lapse))
                    .in(ZoneField.VOLUME, none)
                    .in(ZoneField.POSITION, InteriorBlock.views(position));
        }
        binding = builder.build();
    }

    private static void bindWhereKnown(BlockBinding.Builder builder, ZoneField field, double known, double[] column) {
        if (Double.isFinite(known)) {
            builder.in(field, everywhere(column));
        }
    }

    private static View everywhere(double[] one) {
        return View.of(one, 0, 0);
    }

    /** Fills in the matter on the sphere at a time [s] and the field there at phase 0. */
    void fill(double timeS, Neutrinosphere sphere, double lapseThere, FrozenField frozen, double angularVelocity) {
        temperature[0] = sphere.temperatureMev();
        muElectron[0] = sphere.electronPotentialMev();
        muNeutrino[0] = sphere.neutrinoPotentialMev();
        density[0] = sphere.densityGPerCm3();
        electronFraction[0] = sphere.electronFraction();
        meanFreePath[0] = sphere.meanFreePathCm();
        gradientLength[0] = sphere.gradientLengthCm();
        lapse[0] = lapseThere;
        vorticity[0] = 2 * angularVelocity;
        neutrinos.set(0, sphere.neutrinos(), sphere.neutrinoPotentialMev(), sphere.temperatureMev());
        antineutrinos.set(0, sphere.antineutrinos(), -sphere.neutrinoPotentialMev(), sphere.temperatureMev());
        for (int k = 0; k < directions.size(); k++) {
            PolarVector b = frozen.gaussAt(
                    timeS, sphere.initialRadiusCm(), sphere.radiusCm(), sphere.compression(), directions.cosTheta(k));
            for (int axis = 0; axis < 3; axis++) {
                fieldAtStart[axis][k] = directions.cartesian(k, b, axis);
            }
        }
    }

    /** Rotates field, elements and positions to a phase [rad] about +z. */
    void rotateTo(double phase, double radiusCm) {
        double c = Math.cos(phase);
        double s = Math.sin(phase);
        double area = 4 * Math.PI * radiusCm * radiusCm;
        for (int k = 0; k < directions.size(); k++) {
            double nx = directions.radial(k, 0) * c - directions.radial(k, 1) * s;
            double ny = directions.radial(k, 0) * s + directions.radial(k, 1) * c;
            double nz = directions.radial(k, 2);
            put(position, k, radiusCm, nx, ny, nz);
            put(element, k, area * directions.weight(k), nx, ny, nz);
            field[0][k] = fieldAtStart[0][k] * c - fieldAtStart[1][k] * s;
            field[1][k] = fieldAtStart[0][k] * s + fieldAtStart[1][k] * c;
            field[2][k] = fieldAtStart[2][k];
        }
    }

    private static void put(double[][] columns, int k, double length, double x, double y, double z) {
        columns[0][k] = length * x;
        columns[1][k] = length * y;
        columns[2][k] = length * z;
    }

    /** Returns the number of surface elements. */
    int size() {
        return directions.size();
    }

    BlockBinding binding() {
        return binding;
    }

    /** Returns the outward number flux through an element in the latest evaluation, at phase 0 [cm^-2 s^-1]. */
    double outwardNumber(int node) {
        return outward(number, node);
    }

    /** Returns the outward energy flux through an element in the latest evaluation, at phase 0 [erg cm^-2 s^-1]. */
    double outwardEnergy(int node) {
        return outward(energy, node);
    }

    private double outward(double[][] flux, int node) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += flux[axis][node] * directions.radial(node, axis);
        }
        return sum;
    }

    /** Returns the net number of neutrinos that the latest evaluation sends outward through the sphere [1/s]. */
    double netNumberRate() {
        return through(number);
    }

    /** Returns the net energy that the latest evaluation sends outward through the sphere, in its frame [erg/s]. */
    double netEnergyRate() {
        return through(energy);
    }

    private double through(double[][] flux) {
        double sum = 0;
        for (int k = 0; k < directions.size(); k++) {
            for (int axis = 0; axis < 3; axis++) {
                sum += flux[axis][k] * element[axis][k];
            }
        }
        return sum;
    }

    /** Returns the root mean square of the field on the neutrinosphere [G]. */
    double fieldGauss() {
        double sum = 0;
        for (int k = 0; k < directions.size(); k++) {
            double x = fieldAtStart[0][k];
            double y = fieldAtStart[1][k];
            double z = fieldAtStart[2][k];
            sum += directions.weight(k) * (x * x + y * y + z * z);
        }
        return Math.sqrt(sum);
    }
}
