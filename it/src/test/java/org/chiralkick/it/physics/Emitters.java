package org.chiralkick.it.physics;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.View;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** Surface elements of one matter state: mu_e = mu_nu = 300 MeV, T = 10 MeV (the paper's) unless set otherwise. */
final class Emitters {
    /** The paper's star: radius [cm] and mass [g]. */
    static final double RADIUS_CM = 1e6;

    static final double MASS_G = 3e33;

    final double[] temperature;
    final double[] muElectron;
    final double[] muNeutrino;
    final double[][] magnetic;
    final double[][] vorticity;
    final double[][] area;
    final double[][] position;
    final double[][] numberFlux;
    final double[][] energyFlux;
    final long[] flags;

    private Emitters(int elements) {
        temperature = filled(elements, 10);
        muElectron = filled(elements, 300);
        muNeutrino = filled(elements, 300);
        magnetic = new double[3][elements];
        vorticity = new double[3][elements];
        area = new double[3][elements];
        position = new double[3][elements];
        numberFlux = new double[3][elements];
        energyFlux = new double[3][elements];
        flags = new long[elements];
    }

    /** Returns the paper's disk: one element of pi R^2, its normal and a field of this strength along z. */
    static Emitters disk(double gauss) {
        Emitters disk = new Emitters(1);
        disk.magnetic[2][0] = gauss;
        disk.area[2][0] = Math.PI * RADIUS_CM * RADIUS_CM;
        return disk;
    }

    /** Returns a sphere of the paper's radius in a uniform field along z; its quadrature is exact for polynomials. */
    static Emitters sphere(double gauss) {
        int rings = 32; // the length of a dipole's field is no polynomial
        int azimuths = 8;
        GaussIntegrator gaussian = new GaussIntegratorFactory().legendre(rings, 0, 1);
        Emitters sphere = new Emitters(2 * rings * azimuths);
        int element = 0;
        for (int side = -1; side <= 1; side += 2) {
            for (int ring = 0; ring < rings; ring++) {
                double cos = side * gaussian.getPoint(ring);
                double sin = Math.sqrt(1 - cos * cos);
                double size = RADIUS_CM * RADIUS_CM * gaussian.getWeight(ring) * 2 * Math.PI / azimuths;
                for (int azimuth = 0; azimuth < azimuths; azimuth++) {
                    double phi = 2 * Math.PI * (azimuth + 0.5) / azimuths;
                    double[] normal = {sin * Math.cos(phi), sin * Math.sin(phi), cos};
                    for (int axis = 0; axis < 3; axis++) {
                        sphere.area[axis][element] = size * normal[axis];
                        sphere.position[axis][element] = RADIUS_CM * normal[axis];
                    }
                    sphere.magnetic[2][element] = gauss;
                    element++;
                }
            }
        }
        return sphere;
    }

    /** Returns a cube with edges 2 R in a uniform field along z. */
    static Emitters cube(double gauss) {
        Emitters cube = new Emitters(6);
        for (int face = 0; face < 6; face++) {
            cube.area[face / 2][face] = (face % 2 == 0 ? 1 : -1) * 4 * RADIUS_CM * RADIUS_CM;
            cube.magnetic[2][face] = gauss;
        }
        return cube;
    }

    /** Gives the field of a dipole along z whose polar strength is given: B_r = B cos, B_theta = (B/2) sin. */
    Emitters dipole(double gauss) {
        for (int i = 0; i < size(); i++) {
            double cos = position[2][i] / RADIUS_CM;
            for (int axis = 0; axis < 3; axis++) {
                double normal = position[axis][i] / RADIUS_CM;
                magnetic[axis][i] = gauss * (1.5 * cos * normal - (axis == 2 ? 0.5 : 0));
            }
        }
        return this;
    }

    Emitters state(double temperatureMev, double muElectronMev, double muNeutrinoMev) {
        Arrays.fill(temperature, temperatureMev);
        Arrays.fill(muElectron, muElectronMev);
        Arrays.fill(muNeutrino, muNeutrinoMev);
        return this;
    }

    int size() {
        return temperature.length;
    }

    /** Returns the binding of a host that has all of it. */
    BlockBinding bind() {
        return BlockBinding.of(size())
                .in(ZoneField.TEMPERATURE, View.of(temperature))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(muElectron))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(muNeutrino))
                .in(ZoneField.MAGNETIC_FIELD, views(magnetic))
                .in(ZoneField.VORTICITY, views(vorticity))
                .in(ZoneField.SURFACE_ELEMENT, views(area))
                .in(ZoneField.POSITION, views(position))
                .out(FluxField.NEUTRINO_FLUX, views(numberFlux))
                .out(FluxField.NEUTRINO_ENERGY_FLUX, views(energyFlux))
                .flags(flags)
                .build();
    }

    static View[] views(double[][] vector) {
        return new View[] {View.of(vector[0]), View.of(vector[1]), View.of(vector[2])};
    }

    static double[] filled(int length, double value) {
        double[] array = new double[length];
        Arrays.fill(array, value);
        return array;
    }
}
