package org.chiralkick.star.emission;

/**
 * A step of a star as far as its emission goes: the sphere at its beginning, for so long.
 *
 * @param timeS time at its beginning [s]
 * @param dtS its length [s], {@code > 0}; 0 for the star at its end
 * @param sphere the sphere from which the mechanism's neutrinos escape, and the matter on it
 * @param lapse lapse there [1], in (0, 1]; NaN where the sphere is known and the star around it is not: then energy is not redshifted
 *     and no torque is counted
 * @param momentOfInertiaGCm2 of the whole star [g cm^2]; only its changes count, so where it stays any value {@code > 0} will do
 */
public record EmissionMoment(
        double timeS, double dtS, Neutrinosphere sphere, double lapse, double momentOfInertiaGCm2) {}
