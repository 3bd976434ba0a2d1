package org.chiralkick.host.value;

/**
 * What the star received and what escaped from it, summed over committed steps, in cgs whatever the host's units.
 *
 * @param momentum momentum of the star [g cm/s]: opposite to that of the neutrinos
 * @param torque angular momentum of the star [g cm^2/s] about the origin of POSITION; zero where no position was given
 * @param number escaped electron neutrinos, net [1]
 * @param energyErg energy they took away [erg]
 * @param steps committed steps
 */
public record Recoil(Vector3 momentum, Vector3 torque, double number, double energyErg, long steps) {
    /** Nothing received, no step. */
    public static final Recoil NONE = new Recoil(Vector3.ZERO, Vector3.ZERO, 0, 0, 0);

    /**
     * Returns the velocity of the star [cm/s].
     *
     * @param massG mass of the star [g], {@code > 0}
     */
    public Vector3 velocity(double massG) {
        return new Vector3(momentum.x() / massG, momentum.y() / massG, momentum.z() / massG);
    }
}
