package org.chiralkick.star;

import java.util.List;
import java.util.stream.IntStream;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.emission.Emitted;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.SpinningField;

/**
 * What leaves in each direction, negative where the anomalous current flows inwards: through the surface of a star that stays as it
 * is, at t = 0, or per solid angle from a star that evolves, in the whole run. Cells are of equal latitude and longitude about +z and
 * rotate with the star. The ledger counts nothing.
 */
public final class EmissionMap {
    /** Cells from pole to pole. */
    public static final int BANDS = 30;

    /** Cells around. */
    public static final int SECTORS = 60;

    /** What a value times a solid angle is to be multiplied by: R^2 for fluxes through a surface [cm^2], else 1. */
    private final double perSteradian;

    private final double[] number = new double[BANDS * SECTORS];
    private final double[] energy = new double[BANDS * SECTORS];

    private EmissionMap(double perSteradian) {
        this.perSteradian = perSteradian;
    }

    /**
     * Returns the map of the surface of a star that stays as it is.
     *
     * @param magnet its field and rotation
     */
    public static EmissionMap of(FrozenStar star, Magnet magnet, Coupling coupling) {
        double radius = star.surface().radiusCm();
        double area = radius * radius;
        return of(star.history(1), star.spinning(magnet), coupling, area, area * star.durationS());
    }

    /**
     * Returns the map of a whole evolution.
     *
     * @param field field and rotation of the star
     */
    public static EmissionMap of(EmissionHistory history, SpinningField field, Coupling coupling) {
        return of(history, field, coupling, 1, 1);
    }

    private static EmissionMap of(
            EmissionHistory history, SpinningField field, Coupling coupling, double perSteradian, double unit) {
        EmissionMap map = new EmissionMap(perSteradian);
        List<Vector3> directions = IntStream.range(0, BANDS * SECTORS)
                .mapToObj(EmissionMap::direction)
                .toList();
        List<Emitted> emitted = history.inDirections(field, coupling, directions);
        for (int cell = 0; cell < emitted.size(); cell++) {
            map.number[cell] = emitted.get(cell).numberPerSr() / unit;
            map.energy[cell] = emitted.get(cell).ergPerSr() / unit;
        }
        return map;
    }

    /**
     * Returns the neutrinos of each cell, F_N.n [cm^-2 s^-1] or of the whole run [sr^-1]: from +z to -z, within each band by azimuth
     * from -180 to 180 deg.
     */
    public double[] number() {
        return number.clone();
    }

    /** Returns their energy, F_E.n [erg cm^-2 s^-1] or of the whole run [erg/sr], in the same order. */
    public double[] energy() {
        return energy.clone();
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

    /** Returns the neutrinos that flow out where they flow out [1/s], or in the whole run [1]; good to some 1e-3. */
    public double outflow() {
        double sum = 0;
        for (int cell = 0; cell < number.length; cell++) {
            sum += Math.max(0, number[cell]) * perSteradian * solidAngle(cell);
        }
        return sum;
    }

    /** Returns the neutrinos that are missing where the current flows inwards, in the same unit; good to some 1e-3. */
    public double deficit() {
        double sum = 0;
        for (int cell = 0; cell < number.length; cell++) {
            sum += Math.max(0, -number[cell]) * perSteradian * solidAngle(cell);
        }
        return sum;
    }

    private static double solidAngle(int cell) {
        int band = cell / SECTORS;
        double slice = Math.cos(Math.PI * band / BANDS) - Math.cos(Math.PI * (band + 1) / BANDS);
        return slice * 2 * Math.PI / SECTORS;
    }

    private static double colatitude(int cell) {
        int band = cell / SECTORS;
        return (band + 0.5) * Math.PI / BANDS;
    }

    private static double azimuth(int cell) {
        return -Math.PI + (cell % SECTORS + 0.5) * 2 * Math.PI / SECTORS;
    }

    private static Vector3 direction(int cell) {
        double sine = Math.sin(colatitude(cell));
        return new Vector3(sine * Math.cos(azimuth(cell)), sine * Math.sin(azimuth(cell)), Math.cos(colatitude(cell)));
    }
}
