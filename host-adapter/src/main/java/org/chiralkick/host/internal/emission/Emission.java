package org.chiralkick.host.internal.emission;

import static org.chiralkick.matter.PhysicalConstants.C_CM_PER_S;

import org.chiralkick.host.internal.ledger.Quantity;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.host.value.TimeKind;

/**
 * What one zone's emission gives the star per second: force [dyn], torque [dyn cm], number [1/s], energy [erg/s].
 *
 * <p>With the energy flux F_E, F = F_E/c, surface element dA and zone volume V, the neutrinos take away
 *
 * <pre>
 *   surface form   momentum p = geometry(F, dA)     number max(F_N.dA, 0)         energy max(F_E.dA, 0)
 *   volume form    momentum p = (k/R) F V           number (3/4R) |F_N| V         energy (3/4R) |F_E| V
 *   always         p += S V for a source with a momentum source S of its own
 * </pre>
 *
 * and the star gets -p, and -s x p at position s. With a lapse alpha, momentum, torque and energy are redshifted by alpha; where
 * the host's dt is coordinate time, everything gets one more alpha (guide/physics.md (4.7) to (4.9), (9.2) and (9.3)).
 */
public final class Emission {
    private static final double LAMBERT = 2.0 / 3;

    private final RecoilGeometry geometry;
    private final RecoilForm form;
    private final double momentumPerVolume;
    private final double escapePerVolume;
    private final boolean coordinateTime;

    /**
     * Makes the rule for a form other than {@link RecoilForm#AUTO}; in form transport nothing is computed.
     *
     * @param radiusCm radius of the star [cm]; used by the volume form only
     */
    public Emission(RecoilGeometry geometry, RecoilForm form, double radiusCm, TimeKind time) {
        this.geometry = geometry;
        this.form = form;
        this.momentumPerVolume = geometry.volumeFactor() / radiusCm;
        this.escapePerVolume = RecoilGeometry.BEAMED_OUTFLOW.volumeFactor() / radiusCm;
        this.coordinateTime = time == TimeKind.COORDINATE;
    }

    /**
     * Sets what zone {@code i} gives, in the order of {@link Quantity}, from {@code into[at]} on.
     *
     * @param momentumSource whether the source gives a momentum source and volumes are known
     */
    public void rates(EmissionColumns columns, int i, boolean momentumSource, double[] into, int at) {
        int x = at + Quantity.MOMENTUM_X.ordinal();
        int y = at + Quantity.MOMENTUM_Y.ordinal();
        int z = at + Quantity.MOMENTUM_Z.ordinal();
        into[x] = 0;
        into[y] = 0;
        into[z] = 0;
        into[at + Quantity.NUMBER.ordinal()] = 0;
        into[at + Quantity.ENERGY.ordinal()] = 0;
        switch (form) {
            case SURFACE -> surface(columns, i, into, at);
            case VOLUME -> volume(columns, i, into, at);
            case NONE, AUTO, TRANSPORT -> {}
        }
        if (momentumSource) {
            double volume = columns.volume[i];
            into[x] -= columns.momentumSource[0][i] * volume;
            into[y] -= columns.momentumSource[1][i] * volume;
            into[z] -= columns.momentumSource[2][i] * volume;
        }
        torque(columns, i, into, at);
        if (columns.lapse.length > 0) {
            redshift(columns.lapse[i], into, at);
        }
    }

    private void surface(EmissionColumns columns, int i, double[] into, int at) {
        double ax = columns.surfaceElement[0][i];
        double ay = columns.surfaceElement[1][i];
        double az = columns.surfaceElement[2][i];
        double ex = columns.energyFlux[0][i];
        double ey = columns.energyFlux[1][i];
        double ez = columns.energyFlux[2][i];
        double energyFlow = ex * ax + ey * ay + ez * az;
        double energyOut = Math.max(energyFlow, 0);
        double flux = Math.sqrt(ex * ex + ey * ey + ez * ez);
        double area = Math.sqrt(ax * ax + ay * ay + az * az);
        boolean beamed = false;
        double flow = switch (geometry) {
            case BEAMED_OUTFLOW -> {
                beamed = true;
                yield energyOut;
            }
            case BEAMED_NET -> {
                beamed = true;
                yield Math.abs(energyFlow);
            }
            case RADIAL_NET -> energyFlow;
            case RADIAL_OUTFLOW -> energyOut;
            case LAMBERT -> LAMBERT * energyFlow;
        };
        double length = beamed ? flux : area;
        double momentum = length > 0 ? flow / C_CM_PER_S / length : 0;
        into[at + Quantity.MOMENTUM_X.ordinal()] = -momentum * (beamed ? ex : ax);
        into[at + Quantity.MOMENTUM_Y.ordinal()] = -momentum * (beamed ? ey : ay);
        into[at + Quantity.MOMENTUM_Z.ordinal()] = -momentum * (beamed ? ez : az);
        double numberFlow =
                columns.numberFlux[0][i] * ax + columns.numberFlux[1][i] * ay + columns.numberFlux[2][i] * az;
        into[at + Quantity.NUMBER.ordinal()] = Math.max(numberFlow, 0);
        into[at + Quantity.ENERGY.ordinal()] = energyOut;
    }

    private void volume(EmissionColumns columns, int i, double[] into, int at) {
        double volume = columns.volume[i];
        double ex = columns.energyFlux[0][i];
        double ey = columns.energyFlux[1][i];
        double ez = columns.energyFlux[2][i];
        double nx = columns.numberFlux[0][i];
        double ny = columns.numberFlux[1][i];
        double nz = columns.numberFlux[2][i];
        double momentum = momentumPerVolume * volume / C_CM_PER_S;
        double escape = escapePerVolume * volume;
        into[at + Quantity.MOMENTUM_X.ordinal()] = -momentum * ex;
        into[at + Quantity.MOMENTUM_Y.ordinal()] = -momentum * ey;
        into[at + Quantity.MOMENTUM_Z.ordinal()] = -momentum * ez;
        into[at + Quantity.NUMBER.ordinal()] = escape * Math.sqrt(nx * nx + ny * ny + nz * nz);
        into[at + Quantity.ENERGY.ordinal()] = escape * Math.sqrt(ex * ex + ey * ey + ez * ez);
    }

    private static void torque(EmissionColumns columns, int i, double[] into, int at) {
        double tx = 0;
        double ty = 0;
        double tz = 0;
        if (columns.position[0].length > 0) {
            double fx = into[at + Quantity.MOMENTUM_X.ordinal()];
            double fy = into[at + Quantity.MOMENTUM_Y.ordinal()];
            double fz = into[at + Quantity.MOMENTUM_Z.ordinal()];
            double sx = columns.position[0][i];
            double sy = columns.position[1][i];
            double sz = columns.position[2][i];
            tx = sy * fz - sz * fy;
            ty = sz * fx - sx * fz;
            tz = sx * fy - sy * fx;
        }
        into[at + Quantity.TORQUE_X.ordinal()] = tx;
        into[at + Quantity.TORQUE_Y.ordinal()] = ty;
        into[at + Quantity.TORQUE_Z.ordinal()] = tz;
    }

    private void redshift(double lapse, double[] into, int at) {
        double clock = coordinateTime ? lapse : 1;
        for (int q = 0; q < Quantity.COUNT; q++) {
            into[at + q] *= q == Quantity.NUMBER.ordinal() ? clock : lapse * clock;
        }
    }
}
