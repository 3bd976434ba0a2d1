package org.chiralkick.star.emission;

import org.chiralkick.host.value.Vector3;

/**
 * What a momentum that co-rotates with the star comes to while it turns about +z: the part along the spin stays, the part across it
 * is turned by half the phase and shrinks by sinc(phase/2) (Spruit and Phinney 1998, Nature 393, 139).
 */
public final class SpinAverage {
    private SpinAverage() {}

    /**
     * Returns the momentum received in the inertial frame.
     *
     * @param atRest the momentum that the star would have received without turning, any unit
     * @param phase angle that it turned through meanwhile, Omega t [rad]
     */
    public static Vector3 of(Vector3 atRest, double phase) {
        double half = phase / 2;
        double sinc = half == 0 ? 1 : Math.sin(half) / half;
        double cosine = sinc * Math.cos(half);
        double sine = sinc * Math.sin(half);
        return new Vector3(
                atRest.x() * cosine - atRest.y() * sine, atRest.x() * sine + atRest.y() * cosine, atRest.z());
    }
}
