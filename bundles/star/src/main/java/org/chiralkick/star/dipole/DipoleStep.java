package org.chiralkick.star.dipole;

import java.util.Arrays;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.evolve.IsobaricResponse;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.FluxLaw;
import org.chiralkick.star.transport.Species;

/**
 * A step of a star as far as its l = 1 response goes: geometry, flux law and heat capacities before it, in two dozen numbers a
 * zone. Immutable once made; whoever holds it can ask again for the response to other fluxes.
 */
public final class DipoleStep {
    /** The grey fluxes of a mechanism are those of the species that is degenerate inside. */
    private static final Species CARRIER = Species.ELECTRON_NEUTRINO;

    private static final double MEV_PER_MEV4_CM3 =
            PhysicalConstants.MOMENTUM_FLUX_PER_MEV4 / PhysicalConstants.ERG_PER_MEV;

    final double timeS;
    final double dtS;
    final double lapse;

    /** What leaves in all directions together: net leptons [1/s] and energy [MeV/s]. */
    final double leptonsPerS;

    final double mevPerS;

    /** Radii of the interfaces [cm]. */
    final double[] radius;

    /** Where an interface lies between the centres of the zones inside (0) and outside it (1). */
    final double[] between;

    final double[] baryons;
    final double[] temperature;

    /** Flows through the interfaces [1/s, MeV/s] for what the zone inside exceeds that outside by. */
    final Matrices through;

    /** Fluxes along a sphere in the zones [cm^-2 s^-1, MeV cm^-2 s^-1] for a decline of 1 per cm. */
    final Matrices along;

    /** Leptons [1] and enthalpy [MeV] that the zones hold more, at constant pressure. */
    final Matrices held;

    /** What the zones gain by a change of pressure during the step, where they are thinner: N dv dP [MeV]. */
    final double[] workPerMev;

    final double[] workPerEta;

    /** What is left of anomalous fluxes, at interfaces and in zones [1]. */
    final double[] numberLimit;

    final double[] energyLimit;
    final double[] numberLimitIn;
    final double[] energyLimitIn;

    /** Makes a step whose columns are to be filled; limits are 1. */
    DipoleStep(int zones, double timeS, double dtS, double lapse, double leptonsPerS, double mevPerS) {
        this(
                timeS,
                dtS,
                lapse,
                leptonsPerS,
                mevPerS,
                new double[zones + 1],
                new double[zones + 1],
                new double[zones],
                new double[zones],
                new Matrices(zones + 1),
                new Matrices(zones),
                new Matrices(zones),
                new double[zones],
                new double[zones],
                ones(zones + 1),
                ones(zones + 1),
                ones(zones),
                ones(zones));
    }

    private DipoleStep(
            double timeS,
            double dtS,
            double lapse,
            double leptonsPerS,
            double mevPerS,
            double[] radius,
            double[] between,
            double[] baryons,
            double[] temperature,
            Matrices through,
            Matrices along,
            Matrices held,
            double[] workPerMev,
            double[] workPerEta,
            double[] numberLimit,
            double[] energyLimit,
            double[] numberLimitIn,
            double[] energyLimitIn) {
        this.timeS = timeS;
        this.dtS = dtS;
        this.lapse = lapse;
        this.leptonsPerS = leptonsPerS;
        this.mevPerS = mevPerS;
        this.radius = radius;
        this.between = between;
        this.baryons = baryons;
        this.temperature = temperature;
        this.through = through;
        this.along = along;
        this.held = held;
        this.workPerMev = workPerMev;
        this.workPerEta = workPerEta;
        this.numberLimit = numberLimit;
        this.energyLimit = energyLimit;
        this.numberLimitIn = numberLimitIn;
        this.energyLimitIn = energyLimitIn;
    }

    private static double[] ones(int size) {
        double[] column = new double[size];
        Arrays.fill(column, 1);
        return column;
    }

    /**
     * Returns a step that a star has done.
     *
     * @param before the star at its beginning
     * @param after the star at its end, on the same mass zones
     * @param law flows of the step, made for {@code before}
     * @param matter equation of state
     * @param timeS time at its beginning [s]
     * @param dtS its length [s], {@code > 0}
     * @param lapse lapse where the diffusing neutrinos escape [1], in (0, 1]
     */
    public static DipoleStep of(
            Star before, Star after, FluxLaw law, Matter matter, double timeS, double dtS, double lapse) {
        int zones = before.zones();
        double warmed =
                after.matter(zones - 1).temperature() - before.matter(zones - 1).temperature();
        double filled = after.matter(zones - 1).neutrinoDegeneracy()
                - before.matter(zones - 1).neutrinoDegeneracy();
        DipoleStep step = new DipoleStep(
                zones, timeS, dtS, lapse, law.leptonFlow(zones, warmed, filled), law.energyFlow(zones, warmed, filled));
        for (int face = 1; face <= zones; face++) {
            step.face(before, law, face);
        }
        for (int i = 0; i < zones; i++) {
            step.zone(before, after, law, matter, i);
        }
        return step;
    }

    private void face(Star star, FluxLaw law, int face) {
        radius[face] = star.radiusCm(face);
        if (face < star.zones()) {
            double inside = star.centreCm(face - 1);
            between[face] = (radius[face] - inside) / (star.centreCm(face) - inside);
        }
        through.leptonsPerMev[face] = law.leptonFlow(face, 1, 0) - law.leptonFlow(face, 0, 0);
        through.leptonsPerEta[face] = law.leptonFlow(face, 0, 1) - law.leptonFlow(face, 0, 0);
        through.energyPerMev[face] = law.energyFlow(face, 1, 0) - law.energyFlow(face, 0, 0);
        through.energyPerEta[face] = law.energyFlow(face, 0, 1) - law.energyFlow(face, 0, 0);
        numberLimit[face] = law.numberLimit(CARRIER, face);
        energyLimit[face] = law.energyLimit(CARRIER, face);
    }

    private void zone(Star before, Star after, FluxLaw law, Matter matter, int i) {
        double inZone = before.grid().baryons(i);
        baryons[i] = inZone;
        temperature[i] = before.matter(i).temperature();
        along.leptonsPerMev[i] = law.leptonFluxAlong(i, -1, 0);
        along.leptonsPerEta[i] = law.leptonFluxAlong(i, 0, -1);
        along.energyPerMev[i] = law.energyFluxAlong(i, -1, 0);
        along.energyPerEta[i] = law.energyFluxAlong(i, 0, -1);
        numberLimitIn[i] = law.numberLimitIn(CARRIER, i);
        energyLimitIn[i] = law.energyLimitIn(CARRIER, i);
        IsobaricResponse response = IsobaricResponse.of(matter, before.matter(i));
        held.leptonsPerMev[i] = inZone * response.leptonsPerMev();
        held.leptonsPerEta[i] = inZone * response.leptonsPerEta();
        held.energyPerMev[i] = inZone * response.enthalpyPerMev();
        held.energyPerEta[i] = inZone * response.enthalpyPerEta();
        double squeezed = inZone
                * MEV_PER_MEV4_CM3
                * (after.matter(i).pressure() - before.matter(i).pressure());
        workPerMev[i] = squeezed * response.volumePerMev();
        workPerEta[i] = squeezed * response.volumePerEta();
    }

    /**
     * Returns this step and the one that follows as a single step: coefficients of this one, time and contraction of both.
     *
     * @param next the step that begins where this one ends
     */
    public DipoleStep and(DipoleStep next) {
        double dt = dtS + next.dtS;
        return new DipoleStep(
                timeS,
                dt,
                lapse,
                (leptonsPerS * dtS + next.leptonsPerS * next.dtS) / dt,
                (mevPerS * dtS + next.mevPerS * next.dtS) / dt,
                radius,
                between,
                baryons,
                temperature,
                through,
                along,
                held,
                sum(workPerMev, next.workPerMev),
                sum(workPerEta, next.workPerEta),
                numberLimit,
                energyLimit,
                numberLimitIn,
                energyLimitIn);
    }

    private static double[] sum(double[] one, double[] other) {
        double[] both = one.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += other[i];
        }
        return both;
    }

    /** Returns the number of zones. */
    public int zones() {
        return temperature.length;
    }

    /** Returns the time at the beginning of the step [s]. */
    public double timeS() {
        return timeS;
    }

    /** Returns the length of the step [s]. */
    public double dtS() {
        return dtS;
    }

    /** Returns the area of a zone's cut through the equator times 4, 2 V/r_c [cm^2]. */
    double girdle(int zone) {
        return 4 * Math.PI * (radius[zone + 1] + radius[zone]) * (radius[zone + 1] - radius[zone]);
    }

    /** Returns r_c of a zone [cm]: its volume over 2 pi (r_out^2 - r_in^2). */
    double lever(int zone) {
        double in = radius[zone];
        double out = radius[zone + 1];
        return 2.0 / 3 * (out * out + out * in + in * in) / (out + in);
    }
}
