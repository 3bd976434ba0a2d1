package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.anomaly.WeylCurrent;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.chiral.closure.MomentumClosure;
import org.chiralkick.chiral.closure.SpectrumClosure;
import org.chiralkick.matter.FermiIntegrals;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * The anomalous fluxes A of electron neutrinos and antineutrinos per energy group (guide/physics.md (10.5) to (10.7)): with the moments
 * I_k(mu) = Int_g E^k f(E - mu) dE and the share f of the closure
 *
 * <pre>
 *   A_N = f (eB/4 pi^2) I_0(+-mu_eL) -+ (Omega/2 pi^2) [f I_1(+-mu_eL) + I_1(+-mu_nu)]     upper sign: nu_e, lower: anti-nu_e
 *   A_E = f (eB/4 pi^2) I_1(+-mu_eL) -+ (Omega/2 pi^2) [f I_2(+-mu_eL) + I_2(+-mu_nu)]
 * </pre>
 *
 * Over all energies 2 [I_1(mu) + I_1(-mu)] = mu^2 + w and 3 [I_2(mu) - I_2(-mu)] = mu (mu^2 + 3 w), so that in the brackets of
 * {@link NeutrinoCurrents} a group counts I_0, 2 I_1 and 3 I_2, and the conversions of {@link VectorFlux} are those of the fluxes without
 * groups. Muon and tau neutrinos get 0.
 */
final class GroupFluxes {
    private static final int LEFT = 0;
    private static final int OWN = FermiIntegrals.POWERS;

    private final Closures closures;
    private final VectorFlux number;
    private final VectorFlux energy;
    private final boolean givesEnergy;
    private final boolean neutrinoShape;

    GroupFluxes(Closures closures, VectorFlux number, VectorFlux energy) {
        this.closures = closures;
        this.number = number;
        this.energy = energy;
        this.givesEnergy = closures.momentum() == MomentumClosure.ENERGY_CURRENT;
        this.neutrinoShape = closures.spectrum() == SpectrumClosure.NEUTRINO;
    }

    /** One kind of particle: the sign of its potentials, and its fields. */
    private enum Kind {
        NEUTRINO(
                1,
                FluxField.NU_E_GROUP_NUMBER_FLUX,
                FluxField.NU_E_GROUP_ENERGY_FLUX,
                ZoneField.NU_E_GROUP_ENERGY_DENSITY),
        ANTINEUTRINO(
                -1,
                FluxField.ANTI_NU_E_GROUP_NUMBER_FLUX,
                FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX,
                ZoneField.ANTI_NU_E_GROUP_ENERGY_DENSITY);

        private static final Kind[] ALL = values();

        final int sign;
        final FluxField number;
        final FluxField energy;
        final ZoneField density;

        Kind(int sign, FluxField number, FluxField energy, ZoneField density) {
            this.sign = sign;
            this.number = number;
            this.energy = energy;
            this.density = density;
        }

        boolean wanted(FluxBlock fluxes, boolean withEnergy) {
            return fluxes.wants(number) || (withEnergy && fluxes.wants(energy));
        }
    }

    /** Adds the fluxes wanted to every zone of the piece, and raises flags. The conductivities of the piece are overwritten. */
    void add(Piece piece, ZoneBlock zones, FluxBlock fluxes) {
        EnergyGroups groups = zones.groups();
        boolean any = false;
        for (Kind kind : Kind.ALL) {
            any |= kind.wanted(fluxes, givesEnergy);
        }
        if (any) {
            closures.share().shares(piece.leptons, piece.share);
            raiseUndefined(piece, fluxes.flags());
        }
        for (int group = 0; group < groups.count(); group++) {
            for (Kind kind : Kind.ALL) {
                if (kind.wanted(fluxes, givesEnergy)) {
                    conductivities(
                            piece, kind, groups.lowerMeV(group), groups.upperMeV(group), powers(kind, piece, fluxes));
                    add(kind, group, piece, zones, fluxes);
                }
            }
            addNothing(FluxField.NU_X_GROUP_NUMBER_FLUX, group, piece, fluxes);
            if (givesEnergy) {
                addNothing(FluxField.NU_X_GROUP_ENERGY_FLUX, group, piece, fluxes);
            }
        }
    }

    private void add(Kind kind, int group, Piece piece, ZoneBlock zones, FluxBlock fluxes) {
        if (fluxes.wants(kind.number)) {
            number.add(piece, fluxes, kind.number, group, piece.neutrinoPerField, piece.neutrinoPerVorticity);
        }
        if (givesEnergy && fluxes.wants(kind.energy)) {
            energy.add(piece, fluxes, kind.energy, group, piece.energyPerField, piece.energyPerVorticity);
            if (zones.has(kind.density)) {
                raiseAboveAvailable(piece, zones.column(kind.density, 0, group), fluxes.flags());
            }
        }
    }

    /** Returns how many moments the fluxes wanted need: I_0, I_1 and, of energy fluxes in zones that rotate, I_2. */
    private int powers(Kind kind, Piece piece, FluxBlock fluxes) {
        return (givesEnergy && fluxes.wants(kind.energy) ? 2 : 1) + (piece.rotating() ? 1 : 0);
    }

    /** Fills the columns of number and energy per eB and per Omega with those of a group. */
    private void conductivities(Piece piece, Kind kind, double lower, double upper, int powers) {
        LeptonColumns leptons = piece.leptons;
        double[] moments = piece.moments;
        int sign = kind.sign;
        for (int i = piece.first(); i < piece.end(); i++) {
            double temperature = leptons.temperature()[i];
            double left = leptons.left()[i];
            double own = leptons.neutrino()[i];
            double share = piece.share[i];
            moments(lower, upper, sign * left, temperature, share != 0, powers, moments, LEFT);
            moments(lower, upper, sign * own, temperature, piece.rotating() || neutrinoShape, powers, moments, OWN);
            int shape = neutrinoShape ? OWN : LEFT;
            double shared = neutrinoShape ? share * scale(left, own, temperature) : share;
            piece.neutrinoPerField[i] = shared * moments[shape];
            piece.energyPerField[i] = 2 * shared * moments[shape + 1];
            piece.neutrinoPerVorticity[i] = 2 * sign * Math.fma(share, moments[LEFT + 1], moments[OWN + 1]);
            piece.energyPerVorticity[i] = 3 * sign * Math.fma(share, moments[LEFT + 2], moments[OWN + 2]);
        }
    }

    private static void moments(
            double lower,
            double upper,
            double mu,
            double temperature,
            boolean needed,
            int powers,
            double[] into,
            int at) {
        if (needed) {
            FermiIntegrals.moments(lower, upper, mu, temperature, powers, into, at);
        } else {
            for (int k = 0; k < FermiIntegrals.POWERS; k++) {
                into[at + k] = 0;
            }
        }
    }

    /** Returns the factor that gives the neutrinos' spectrum the energy of the electrons'; 0 where it has none. */
    private static double scale(double left, double own, double temperature) {
        double thermal = WeylCurrent.thermalSquare(temperature);
        double square = WeylCurrent.square(own, thermal);
        return square == 0 ? 0 : WeylCurrent.square(left, thermal) / square;
    }

    private void raiseUndefined(Piece piece, long[] flags) {
        LeptonColumns leptons = piece.leptons;
        for (int i = piece.first(); i < piece.end(); i++) {
            double own = leptons.neutrino()[i];
            double left = leptons.left()[i];
            long word = closures.share().isUndefined(left, own) ? ValidityFlag.SHARE_UNDEFINED.bit() : 0;
            if (neutrinoShape && WeylCurrent.square(own, WeylCurrent.thermalSquare(leptons.temperature()[i])) == 0) {
                word |= ValidityFlag.SPECTRUM_UNDEFINED.bit();
            }
            flags[i + piece.shift()] |= word;
        }
    }

    /** Raises the flag on |A| > E c/3 of the host's own radiation. */
    private void raiseAboveAvailable(Piece piece, double[] density, long[] flags) {
        double third = PhysicalConstants.C_CM_PER_S / 3;
        for (int i = piece.first(); i < piece.end(); i++) {
            double perGauss = energy.perGauss() * piece.energyPerField[i];
            double perCurl = energy.perCurl() * piece.energyPerVorticity[i];
            int zone = i + piece.shift();
            if (piece.length(i, perGauss, perCurl) > third * density[zone]) {
                flags[zone] |= ValidityFlag.FLUX_ABOVE_AVAILABLE.bit();
            }
        }
    }

    private static void addNothing(FluxField field, int group, Piece piece, FluxBlock fluxes) {
        for (int axis = 0; fluxes.wants(field) && axis < 3; axis++) {
            double[] out = fluxes.column(field, axis, group);
            for (int zone = piece.first() + piece.shift(); zone < piece.end() + piece.shift(); zone++) {
                out[zone] += 0.0;
            }
        }
    }
}
