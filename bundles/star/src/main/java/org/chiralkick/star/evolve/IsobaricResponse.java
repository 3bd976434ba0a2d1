package org.chiralkick.star.evolve;

import static org.chiralkick.star.evolve.ZoneResponse.ELECTRONS;
import static org.chiralkick.star.evolve.ZoneResponse.LOG_TEMPERATURE;
import static org.chiralkick.star.evolve.ZoneResponse.LOG_VOLUME;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.matter.MatterState;

/**
 * How matter in beta equilibrium answers to small changes of temperature and of the degeneracy eta of its neutrinos while its
 * pressure stays, per baryon. Heat given at constant pressure is the change of the enthalpy h = e + P v.
 *
 * @param leptonsPerMev dY_L/dT [1/MeV]
 * @param leptonsPerEta dY_L/d eta [1]
 * @param enthalpyPerMev dh/dT [1]
 * @param enthalpyPerEta dh/d eta [MeV]
 * @param volumePerMev dv/dT of the volume of a baryon [cm^3/MeV]
 * @param volumePerEta dv/d eta [cm^3]
 */
public record IsobaricResponse(
        double leptonsPerMev,
        double leptonsPerEta,
        double enthalpyPerMev,
        double enthalpyPerEta,
        double volumePerMev,
        double volumePerEta) {
    private static final double MEV_PER_DYN_CM = 1 / PhysicalConstants.ERG_PER_MEV;

    /**
     * Returns the response of matter at a state. Homogeneous matter that would rather separate into two phases (nuclei) has no
     * stable response at constant pressure; there it is the one at constant volume.
     */
    public static IsobaricResponse of(Matter matter, MatterState state) {
        ZoneResponse zone = new ZoneResponse(state);
        zone.differentiate(matter);
        double t = state.temperature();
        double volume = 1 / (state.baryonDensity() * PhysicalConstants.PER_CM3_PER_MEV3);
        IsobaricResponse isobaric = of(zone, t, volume);
        return isobaric.stable() ? isobaric : isochoric(zone, t);
    }

    private static IsobaricResponse of(ZoneResponse zone, double t, double volume) {
        double[] pressure = zone.pressure;
        double[] eta = zone.eta;
        double determinant = pressure[LOG_VOLUME] * eta[ELECTRONS] - pressure[ELECTRONS] * eta[LOG_VOLUME];
        // Volume and electrons that go with a change of ln T alone, and with one of eta alone.
        double volumePerLogT =
                (pressure[ELECTRONS] * eta[LOG_TEMPERATURE] - pressure[LOG_TEMPERATURE] * eta[ELECTRONS]) / determinant;
        double electronsPerLogT =
                (pressure[LOG_TEMPERATURE] * eta[LOG_VOLUME] - pressure[LOG_VOLUME] * eta[LOG_TEMPERATURE])
                        / determinant;
        double volumePerEta = -pressure[ELECTRONS] / determinant;
        double electronsPerEta = pressure[LOG_VOLUME] / determinant;
        double work = zone.pressure() * volume * MEV_PER_DYN_CM;
        return new IsobaricResponse(
                along(zone.leptons, volumePerLogT, 1, electronsPerLogT) / t,
                along(zone.leptons, volumePerEta, 0, electronsPerEta),
                (along(zone.energy, volumePerLogT, 1, electronsPerLogT) + work * volumePerLogT) / t,
                along(zone.energy, volumePerEta, 0, electronsPerEta) + work * volumePerEta,
                volume * volumePerLogT / t,
                volume * volumePerEta);
    }

    private static IsobaricResponse isochoric(ZoneResponse zone, double t) {
        double electronsPerLogT = -zone.eta[LOG_TEMPERATURE] / zone.eta[ELECTRONS];
        double electronsPerEta = 1 / zone.eta[ELECTRONS];
        return new IsobaricResponse(
                along(zone.leptons, 0, 1, electronsPerLogT) / t,
                along(zone.leptons, 0, 0, electronsPerEta),
                along(zone.energy, 0, 1, electronsPerLogT) / t,
                along(zone.energy, 0, 0, electronsPerEta),
                0,
                0);
    }

    private static double along(double[] derivative, double logVolume, double logT, double electrons) {
        return derivative[LOG_VOLUME] * logVolume
                + derivative[LOG_TEMPERATURE] * logT
                + derivative[ELECTRONS] * electrons;
    }

    /** Tells whether heat warms and leptons raise the degeneracy, together and each by itself. */
    private boolean stable() {
        return leptonsPerEta > 0
                && enthalpyPerMev > 0
                && enthalpyPerMev * leptonsPerEta > enthalpyPerEta * leptonsPerMev;
    }
}
