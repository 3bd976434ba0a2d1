package org.chiralkick.host.value;

import java.util.Objects;

/**
 * How recoil is counted.
 *
 * @param geometry how emission becomes recoil
 * @param form from what it is summed
 * @param radiusCm radius of the star for the volume form [cm], {@code > 0}; NaN where not given
 * @param time what clock the host's dt is measured with
 * @param thermalBudgetErg energy that the star can emit [erg], {@code > 0}; more raises a flag
 */
public record RecoilSettings(
        RecoilGeometry geometry, RecoilForm form, double radiusCm, TimeKind time, double thermalBudgetErg) {
    /** Default thermal budget of a neutron star [erg] (guide/physics.md (6.8)). */
    public static final double DEFAULT_THERMAL_BUDGET_ERG = 3e53;

    /** Refuses radii and budgets that are not positive, a volume form without a radius, and a transport form with one. */
    public RecoilSettings {
        Objects.requireNonNull(geometry, "geometry");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(time, "time");
        if (!Double.isNaN(radiusCm) && !(radiusCm > 0 && radiusCm < Double.POSITIVE_INFINITY)) {
            throw CouplingException.argument("recoil radius is " + radiusCm + " cm; must be finite and > 0");
        }
        if (form == RecoilForm.VOLUME && Double.isNaN(radiusCm)) {
            throw CouplingException.argument("recoil form is volume without a radius; give recoil.radius-cm");
        }
        if (form == RecoilForm.TRANSPORT && !Double.isNaN(radiusCm)) {
            throw CouplingException.argument(
                    "recoil radius is " + radiusCm + " cm beside form transport, in which the host"
                            + " tells what leaves; leave recoil.radius-cm out");
        }
        if (!(thermalBudgetErg > 0)) {
            throw CouplingException.argument("thermal budget is " + thermalBudgetErg + " erg; must be > 0");
        }
    }

    /** Returns whether a radius was given. */
    public boolean hasRadius() {
        return !Double.isNaN(radiusCm);
    }

    /** Returns these settings with another geometry. */
    public RecoilSettings withGeometry(RecoilGeometry other) {
        return new RecoilSettings(other, form, radiusCm, time, thermalBudgetErg);
    }

    /** Returns these settings in another form, with the radius [cm] that the volume form needs (NaN for none). */
    public RecoilSettings withForm(RecoilForm other, double radius) {
        return new RecoilSettings(geometry, other, radius, time, thermalBudgetErg);
    }
}
