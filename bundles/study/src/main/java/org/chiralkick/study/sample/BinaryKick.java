package org.chiralkick.study.sample;

import java.io.IOException;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.random.RandomGenerator;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.table.CsvWriter;

/**
 * A kick as binary population codes take it: relative to the plane of the orbit, with the place on the orbit.
 *
 * <p>COMPAS (options {@code --kick-magnitude-1} km/s, {@code --kick-theta-1} angle out of the orbital plane, {@code --kick-phi-1}
 * angle in it, {@code --kick-mean-anomaly-1}, all in rad; Team COMPAS: Riley et al. 2022, ApJS 258, 34) and COSMIC (a row of {@code
 * natal_kick_array}: km/s, phi out of the plane, theta in it, mean anomaly, all in deg, and a seed; Breivik et al. 2020, ApJ 898,
 * 71) name the two angles the other way round.
 *
 * @param speedKmS speed [km/s]
 * @param latitudeRad angle out of the orbital plane [rad], in [-pi/2, pi/2]
 * @param azimuthRad angle in the orbital plane [rad], in [0, 2 pi)
 * @param meanAnomalyRad place on the orbit [rad], in [0, 2 pi)
 */
public record BinaryKick(double speedKmS, double latitudeRad, double azimuthRad, double meanAnomalyRad) {
    /**
     * Returns the kick of a star whose spin is along the orbit's axis.
     *
     * @param kick velocity with +z along the spin
     * @param random draws the mean anomaly
     */
    static BinaryKick aligned(Kick kick, RandomGenerator random) {
        return of(new Vector3D(kick.x(), kick.y(), kick.z()), random);
    }

    /**
     * Returns the kick of a star whose spin points anywhere.
     *
     * @param kick velocity with +z along the spin
     * @param random draws the direction of the spin and the mean anomaly
     */
    static BinaryKick isotropic(Kick kick, RandomGenerator random) {
        // Four normal numbers are a quaternion of a uniformly random rotation.
        Rotation turn = new Rotation(
                random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), true);
        return of(turn.applyTo(new Vector3D(kick.x(), kick.y(), kick.z())), random);
    }

    private static BinaryKick of(Vector3D v, RandomGenerator random) {
        double azimuth = Math.atan2(v.getY(), v.getX());
        return new BinaryKick(
                v.getNorm(),
                Math.atan2(v.getZ(), Math.hypot(v.getX(), v.getY())),
                azimuth < 0 ? azimuth + 2 * Math.PI : azimuth,
                2 * Math.PI * random.nextDouble());
    }

    /** Returns the columns of {@link #write}. */
    static List<String> header(int component) {
        return List.of(
                "--kick-magnitude-" + component,
                "--kick-theta-" + component,
                "--kick-phi-" + component,
                "--kick-mean-anomaly-" + component,
                "natal_kick",
                "phi",
                "theta",
                "mean_anomaly",
                "rand_seed");
    }

    /** Adds the cells: four for COMPAS, five for COSMIC, whose seed 0 leaves the choice to COSMIC. */
    void write(CsvWriter csv) throws IOException {
        csv.put(speedKmS).put(latitudeRad).put(azimuthRad).put(meanAnomalyRad);
        csv.put(speedKmS)
                .put(Math.toDegrees(latitudeRad))
                .put(Math.toDegrees(azimuthRad))
                .put(Math.toDegrees(meanAnomalyRad))
                .put(0);
    }
}
