package org.chiralkick.star.dipole;

import java.util.Arrays;
import java.util.List;
import org.chiralkick.star.evolve.BlockTridiagonal;
import org.jspecify.annotations.Nullable;

/**
 * The l = 1 part of temperature and degeneracy of a star, for the three Cartesian axes of a frame that rotates with it; it begins
 * with none. A step is backward Euler with the coefficients of the {@link DipoleStep}: one block-tridiagonal matrix with a
 * right-hand side per axis. Linear in the currents.
 */
public final class DipoleResponse {
    private static final int AXES = 3;

    private final int zones;
    private final BlockTridiagonal system;
    private final double[][] temperature;
    private final double[][] eta;
    private final double[][] leptons;
    private final double[][] heat;
    private final double[] leptonsOut = new double[AXES];
    private final double[] mevOut = new double[AXES];
    private final double[] leptonsAcross = new double[AXES];
    private final double[] mevAcross = new double[AXES];
    private final double[] mevWork = new double[AXES];
    private @Nullable DipoleStep latest;

    /** Makes the response of a star with this many zones. */
    public DipoleResponse(int zones) {
        this.zones = zones;
        system = new BlockTridiagonal(zones, 2, AXES);
        temperature = new double[AXES][zones];
        eta = new double[AXES][zones];
        leptons = new double[AXES][zones];
        heat = new double[AXES][zones];
    }

    /**
     * Does a step.
     *
     * @param step the star in it, with as many zones
     * @param currents anomalous fluxes in it
     */
    public void advance(DipoleStep step, DipoleCurrents currents) {
        system.clear();
        for (int i = 0; i < zones; i++) {
            fillMatrix(step, i);
            fillSources(step, currents, i);
        }
        system.solve();
        take(step, currents);
        latest = step;
    }

    private void fillMatrix(DipoleStep step, int i) {
        double dt = step.dtS;
        double[][] here = system.diagonal(i);
        step.held.addTo(here, i, 1);
        here[1][0] -= step.workPerMev[i];
        here[1][1] -= step.workPerEta[i];
        step.along.addTo(here, i, dt * step.girdle(i) / step.lever(i));
        step.through.addTo(here, i + 1, dt);
        if (i > 0) {
            step.through.addTo(here, i, dt);
            step.through.addTo(system.lower(i), i, -dt);
        }
        if (i < zones - 1) {
            step.through.addTo(system.upper(i), i + 1, -dt);
        }
    }

    private void fillSources(DipoleStep step, DipoleCurrents currents, int i) {
        double dt = step.dtS;
        double girdle = step.girdle(i);
        double[] right = system.right(i);
        for (int axis = 0; axis < AXES; axis++) {
            right[axis] = leptons[axis][i]
                    + dt
                            * (girdle * step.numberLimitIn[i] * currents.tangentialNumber[axis][i]
                                    + drift(step, step.numberLimit, currents.radialNumber[axis], i)
                                    - drift(step, step.numberLimit, currents.radialNumber[axis], i + 1));
            right[AXES + axis] = heat[axis][i]
                    + dt
                            * (girdle * step.energyLimitIn[i] * currents.tangentialEnergy[axis][i]
                                    + drift(step, step.energyLimit, currents.radialEnergy[axis], i)
                                    - drift(step, step.energyLimit, currents.radialEnergy[axis], i + 1));
        }
    }

    /** Returns the anomalous flow through an interface [flux times cm^2]. */
    private static double drift(DipoleStep step, double[] limit, double[] radial, int face) {
        if (face == 0) {
            return 0;
        }
        double inside = radial[face - 1];
        double flux = face < radial.length ? inside + step.between[face] * (radial[face] - inside) : inside;
        double r = step.radius[face];
        return 4 * Math.PI * r * r * limit[face] * flux;
    }

    /**
     * Takes the solution. What the zones hold now is what they held and what has flowed, so that sums over the star are kept to
     * rounding however stiff the step was.
     */
    private void take(DipoleStep step, DipoleCurrents currents) {
        for (int axis = 0; axis < AXES; axis++) {
            for (int i = 0; i < zones; i++) {
                double[] solved = system.right(i);
                temperature[axis][i] = solved[axis];
                eta[axis][i] = solved[AXES + axis];
            }
            leptonsAcross[axis] = 0;
            mevAcross[axis] = 0;
            mevWork[axis] = 0;
            double leptonsIn = 0;
            double mevIn = 0;
            for (int i = 0; i < zones; i++) {
                double outside = i + 1 < zones ? temperature[axis][i + 1] : 0;
                double etaOutside = i + 1 < zones ? eta[axis][i + 1] : 0;
                double dT = temperature[axis][i];
                double dEta = eta[axis][i];
                leptonsOut[axis] = step.through.leptons(i + 1, dT - outside, dEta - etaOutside)
                        + drift(step, step.numberLimit, currents.radialNumber[axis], i + 1);
                mevOut[axis] = step.through.energy(i + 1, dT - outside, dEta - etaOutside)
                        + drift(step, step.energyLimit, currents.radialEnergy[axis], i + 1);
                double girdle = step.girdle(i);
                double lever = step.lever(i);
                double leptonsHere = girdle
                        * (step.numberLimitIn[i] * currents.tangentialNumber[axis][i]
                                - step.along.leptons(i, dT, dEta) / lever);
                double mevHere = girdle
                        * (step.energyLimitIn[i] * currents.tangentialEnergy[axis][i]
                                - step.along.energy(i, dT, dEta) / lever);
                double work = step.workPerMev[i] * dT + step.workPerEta[i] * dEta;
                leptons[axis][i] += step.dtS * (leptonsIn - leptonsOut[axis] + leptonsHere);
                heat[axis][i] += step.dtS * (mevIn - mevOut[axis] + mevHere) + work;
                leptonsAcross[axis] += leptonsHere;
                mevAcross[axis] += mevHere;
                mevWork[axis] += work;
                leptonsIn = leptonsOut[axis];
                mevIn = mevOut[axis];
            }
        }
    }

    /** Makes it nothing again. */
    public void clear() {
        for (double[][] column : List.of(temperature, eta, leptons, heat)) {
            for (double[] ofAxis : column) {
                Arrays.fill(ofAxis, 0);
            }
        }
        for (double[] rate : List.of(leptonsOut, mevOut, leptonsAcross, mevAcross, mevWork)) {
            Arrays.fill(rate, 0);
        }
        latest = null;
    }

    /** Adds another response after the same step to this one; their sum answers to the sum of the fluxes. */
    public void add(DipoleResponse other) {
        for (int axis = 0; axis < AXES; axis++) {
            add(other.temperature[axis], temperature[axis]);
            add(other.eta[axis], eta[axis]);
            add(other.leptons[axis], leptons[axis]);
            add(other.heat[axis], heat[axis]);
        }
        add(other.leptonsOut, leptonsOut);
        add(other.mevOut, mevOut);
        add(other.leptonsAcross, leptonsAcross);
        add(other.mevAcross, mevAcross);
        add(other.mevWork, mevWork);
        latest = other.latest;
    }

    private static void add(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** Returns the number of zones. */
    public int zones() {
        return zones;
    }

    /**
     * Returns how the pole of an axis differs from its equator after the latest step; nothing before the first.
     *
     * @param axis unit vector
     */
    public DipoleContrast contrast(double[] axis, int zone) {
        if (latest == null) {
            return DipoleContrast.NONE;
        }
        double dT = 0;
        double dEta = 0;
        double held = 0;
        for (int k = 0; k < AXES; k++) {
            dT += axis[k] * temperature[k][zone];
            dEta += axis[k] * eta[k][zone];
            held += axis[k] * leptons[k][zone];
        }
        return new DipoleContrast(dT / latest.temperature[zone], dEta, held / latest.baryons[zone]);
    }

    /** Returns how much warmer a zone is at the pole of an axis than at its equator [MeV]. */
    public double temperatureMev(int axis, int zone) {
        return temperature[axis][zone];
    }

    /** Returns how much larger mu_nu/T of a zone is at the pole of an axis than at its equator [1]. */
    public double degeneracy(int axis, int zone) {
        return eta[axis][zone];
    }

    /** Returns the amplitude of the leptons of a zone [1]: four times what its hemisphere holds more. */
    public double leptons(int axis, int zone) {
        return leptons[axis][zone];
    }

    /** Returns the amplitude of the enthalpy of a zone [MeV]: four times what its hemisphere holds more. */
    public double heatMev(int axis, int zone) {
        return heat[axis][zone];
    }

    /** Returns 4 pi R^2 h_N of the latest step [1/s], h_N the l = 1 number flux at the surface; net leptons. */
    public double leptonsPerS(int axis) {
        return leptonsOut[axis];
    }

    /** Returns 4 pi R^2 h_E of the latest step [MeV/s], h_E the l = 1 energy flux at the surface. */
    public double mevPerS(int axis) {
        return mevOut[axis];
    }

    /** Returns the sum of (2/r_c) V f_N,t of the latest step [1/s]: four times the leptons that cross the equator. */
    public double leptonsAcrossPerS(int axis) {
        return leptonsAcross[axis];
    }

    /** Returns the sum of (2/r_c) V f_E,t of the latest step [MeV/s]: four times the energy that crosses the equator. */
    public double mevAcrossPerS(int axis) {
        return mevAcross[axis];
    }

    /** Returns what the change of pressure in the latest step has added to the amplitude of enthalpy [MeV]. */
    public double workMev(int axis) {
        return mevWork[axis];
    }
}
