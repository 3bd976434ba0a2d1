package org.chiralkick.star;

import java.util.List;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.emission.Neutrinosphere;

/**
 * The star after a step.
 *
 * @param step number of steps done
 * @param timeS time [s]
 * @param dtS length of the step [s]; 0 at the beginning
 * @param surfaceRadiusCm radius of the outermost zone [cm]
 * @param neutrinosphere sphere from which the mechanism's neutrinos escape, tau = 2/3 unless another is chosen, and the matter on it
 * @param lapse lapse on that sphere [1]; 1 unless the structure is relativistic
 * @param surfaceFieldGauss root mean square of the field on the neutrinosphere [G]
 * @param angularVelocityPerS Omega [1/s]
 * @param momentOfInertiaGCm2 moment of inertia [g cm^2]
 * @param luminosities what diffusion lets out
 * @param budget leptons and energy
 * @param recoil what the star has received
 * @param velocityCmPerS its velocity, recoil over rest mass [cm/s]
 * @param shells all zones from the centre; currents are those of the beginning of the step
 */
public record Snapshot(
        long step,
        double timeS,
        double dtS,
        double surfaceRadiusCm,
        Neutrinosphere neutrinosphere,
        double lapse,
        double surfaceFieldGauss,
        double angularVelocityPerS,
        double momentOfInertiaGCm2,
        Luminosities luminosities,
        Budget budget,
        Recoil recoil,
        Vector3 velocityCmPerS,
        List<ShellState> shells) {
    /** Keeps its own copy of the shells. */
    public Snapshot {
        shells = List.copyOf(shells);
    }

    /** Returns the rest mass of the star [g]. */
    public double massG() {
        return shells.get(shells.size() - 1).enclosedMassG();
    }

    /** Returns the innermost zone. */
    public ShellState centre() {
        return shells.get(0);
    }
}
