package org.chiralkick.star;

import org.chiralkick.host.Coupling;
import org.chiralkick.star.emission.Surface;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.MagneticGeometry;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.table.Numbers;

/**
 * A star whose surface stays as it is.
 *
 * @param name of the star
 * @param surface the sphere that emits
 * @param geometry shape of the field on it
 * @param durationS how long it emits [s]
 * @param massG mass that recoils [g]
 */
public record FrozenStar(String name, Surface surface, MagneticGeometry geometry, double durationS, double massG)
        implements EmittingStar {
    /** Field where none is given [G]. */
    public static final double DEFAULT_FIELD_GAUSS = 1e12;

    /** Refuses values outside the ranges named. */
    public FrozenStar {
        StarSetup.require(durationS > 0 && Double.isFinite(durationS), "duration", durationS, "s", "finite and > 0");
        StarSetup.require(massG > 0 && Double.isFinite(massG), "mass", massG, "g", "finite and > 0");
    }

    @Override
    public Kicked kick(Magnet magnet, Coupling coupling) {
        return new SphericalHost(setup(magnet, 1), surface).total(coupling);
    }

    /** Returns what the spherical host is to do with it. */
    public StarSetup setup(Magnet magnet, int steps) {
        Double gauss = magnet.fieldGauss();
        return new StarSetup(
                geometry,
                gauss == null ? DEFAULT_FIELD_GAUSS : gauss,
                magnet.obliquityDeg(),
                magnet.spinPeriodS(),
                durationS,
                steps,
                massG);
    }

    @Override
    public String describe() {
        RadialState state = surface.state();
        return "star " + name + "; surface at " + Numbers.of(state.radiusCm() / 1e5) + " km: T "
                + Numbers.of(state.temperatureMev(), 3) + " MeV; mu_e " + Numbers.of(state.muElectronMev(), 3)
                + " MeV; mu_nu " + Numbers.of(state.muNeutrinoMev(), 3) + " MeV; " + Numbers.given(durationS) + " s; "
                + Numbers.given(massG) + " g";
    }

    @Override
    public String field(Magnet magnet) {
        return geometry.label() + " field of " + Numbers.given(setup(magnet, 1).fieldGauss()) + " G";
    }
}
