package org.chiralkick.star;

import java.util.List;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.dipole.DipoleContrast;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.Contraction;
import org.chiralkick.star.kick.StarKick;

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
 * @param dipole what the l = 1 response has given the star, matter at rest; recoil and velocity are those of the surface alone
 * @param shells all zones from the centre; currents are those of the beginning of the step
 * @param contrasts l = 1 contrast of each zone between the magnetic pole and the magnetic equator
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
        DipoleKick dipole,
        List<ShellState> shells,
        List<DipoleContrast> contrasts) {
    /** Keeps its own copy of the shells and contrasts. */
    public Snapshot {
        shells = List.copyOf(shells);
        contrasts = List.copyOf(contrasts);
    }

    /** Returns how the surface of a star has shrunk from one snapshot to another. */
    public static Contraction contraction(Snapshot start, Snapshot end) {
        return new Contraction(start.surfaceRadiusCm(), end.surfaceRadiusCm(), end.timeS() - start.timeS());
    }

    /** Returns the rest mass of the star [g]. */
    public double massG() {
        return shells.get(shells.size() - 1).enclosedMassG();
    }

    /** Returns what the mechanism has given the star, under both closures of escape. */
    public StarKick kick() {
        return new StarKick(massG(), recoil, dipole);
    }

    /** Returns the innermost zone. */
    public ShellState centre() {
        return shells.get(0);
    }
}
