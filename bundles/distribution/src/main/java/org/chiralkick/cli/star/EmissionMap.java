package org.chiralkick.cli.star;

import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.View;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/**
 * What leaves through each cell of the emission surface at t = 0: the outward components F_N.n and F_E.n, negative where the
 * anomalous current flows inwards. Cells are of equal latitude and longitude about +z; one evaluation as predictor (weight 0), so the
 * ledger counts nothing.
 */
public final class EmissionMap {
    /** Cells from pole to pole. */
    public static final int BANDS = 30;

    /** Cells around. */
    public static final int SECTORS = 60;

    private final double radiusCm;
    private final double[] numberFlux = new double[BANDS * SECTORS];
    private final double[] energyFlux = new double[BANDS * SECTORS];

    private EmissionMap(double radiusCm) {
        this.radiusCm = radiusCm;
    }

    /** Returns the map of a surface. */
    public static EmissionMap of(StarSetup setup, Surface surface, Coupling coupling) {
        EmissionMap map = new EmissionMap(surface.state().radiusCm());
        int cells = BANDS * SECTORS;
        double[][] normal = new double[3][cells];
        double[][] field = new double[3][cells];
        double[][] element = new double[3][cells];
        for (int cell = 0; cell < cells; cell++) {
            double[] direction = direction(cell);
            double[] b = setup.geometry().at(direction, Math.toRadians(setup.obliquityDeg()));
            for (int axis = 0; axis < 3; axis++) {
                normal[axis][cell] = direction[axis];
                field[axis][cell] = setup.fieldGauss() * b[axis];
                element[axis][cell] = map.areaCm2(cell) * direction[axis];
            }
        }
        double[][] number = new double[3][cells];
        double[][] energy = new double[3][cells];
        BlockBinding block = SurfaceMatter.bind(cells, surface.state(), setup)
                .in(ZoneField.MAGNETIC_FIELD, View.of(field[0]), View.of(field[1]), View.of(field[2]))
                .in(ZoneField.SURFACE_ELEMENT, View.of(element[0]), View.of(element[1]), View.of(element[2]))
                .out(FluxField.NEUTRINO_FLUX, View.of(number[0]), View.of(number[1]), View.of(number[2]))
                .out(FluxField.NEUTRINO_ENERGY_FLUX, View.of(energy[0]), View.of(energy[1]), View.of(energy[2]))
                .build();
        coupling.begin(0, 0, setup.dt());
        coupling.evaluate(block, 0);
        coupling.rollback();
        for (int cell = 0; cell < cells; cell++) {
            for (int axis = 0; axis < 3; axis++) {
                map.numberFlux[cell] += number[axis][cell] * normal[axis][cell];
                map.energyFlux[cell] += energy[axis][cell] * normal[axis][cell];
            }
        }
        return map;
    }

    /** Returns F_N.n of each cell [cm^-2 s^-1]: from +z to -z, within each band by azimuth from -180 to 180 deg. */
    public double[] numberFlux() {
        return numberFlux.clone();
    }

    /** Returns F_E.n of each cell [erg cm^-2 s^-1], in the same order. */
    public double[] energyFlux() {
        return energyFlux.clone();
    }

    /** Returns the angle of the centre of each cell from +z [deg]. */
    public double[] colatitudeDeg() {
        double[] angles = new double[BANDS * SECTORS];
        for (int cell = 0; cell < angles.length; cell++) {
            angles[cell] = Math.toDegrees(colatitude(cell));
        }
        return angles;
    }

    /** Returns the azimuth of the centre of each cell from +x [deg]. */
    public double[] azimuthDeg() {
        double[] angles = new double[BANDS * SECTORS];
        for (int cell = 0; cell < angles.length; cell++) {
            angles[cell] = Math.toDegrees(azimuth(cell));
        }
        return angles;
    }

    /** Returns the neutrinos that flow out where they flow out [1/s], {@code >= 0}; good to some 1e-3. */
    public double outflowPerS() {
        double sum = 0;
        for (int cell = 0; cell < numberFlux.length; cell++) {
            sum += Math.max(0, numberFlux[cell]) * areaCm2(cell);
        }
        return sum;
    }

    /** Returns the neutrinos that are missing where the current flows inwards [1/s], {@code >= 0}; good to some 1e-3. */
    public double deficitPerS() {
        double sum = 0;
        for (int cell = 0; cell < numberFlux.length; cell++) {
            sum += Math.max(0, -numberFlux[cell]) * areaCm2(cell);
        }
        return sum;
    }

    private double areaCm2(int cell) {
        int band = cell / SECTORS;
        double slice = Math.cos(Math.PI * band / BANDS) - Math.cos(Math.PI * (band + 1) / BANDS);
        return radiusCm * radiusCm * slice * 2 * Math.PI / SECTORS;
    }

    private static double colatitude(int cell) {
        int band = cell / SECTORS;
        return (band + 0.5) * Math.PI / BANDS;
    }

    private static double azimuth(int cell) {
        return -Math.PI + (cell % SECTORS + 0.5) * 2 * Math.PI / SECTORS;
    }

    private static double[] direction(int cell) {
        double sine = Math.sin(colatitude(cell));
        return new double[] {sine * Math.cos(azimuth(cell)), sine * Math.sin(azimuth(cell)), Math.cos(colatitude(cell))
        };
    }
}
