package org.chiralkick.chiral.kernel;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ADD;
import static org.chiralkick.source.FluxField.AXIAL_FLUX;
import static org.chiralkick.source.FluxField.LEPTON_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_FLUX;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.chiralkick.chiral.anomaly.WeylCurrent;
import org.chiralkick.source.FluxBlock;

/**
 * All fluxes of the default closures in one walk over the columns, several zones at a time: the formulae of {@link DefaultCurrents},
 * {@link VectorFlux} and {@link Prefilter}, operation by operation, so that every flux has the same bits as theirs.
 *
 * <p>There are two loops, with and without a vorticity: one with a branch makes objects of the vectors that live across it once a VM has
 * seen both kinds of hosts (measured, three to eight times slower). What a zone conducts is written once, in the methods at the end; both
 * loops call them first, because C2 stops inlining in a method that has become large by inlining the API's own, and a vector that is handed
 * to a call is an object too (ten times slower). What comes after, adding to columns and looking for suspects, is therefore written out.
 *
 * <p>Written with the incubating Vector API, because C2 vectorises no plain loop of this length. It is compiled apart from the other
 * sources, and loaded only where the VM was started with {@code --add-modules jdk.incubator.vector}; {@link FusedFluxes} says when.
 */
final class VectorFusedFluxes implements FusedFluxes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final double PI_SQUARED_THIRD = WeylCurrent.thermalSquare(1);

    @Override
    public int lanes() {
        return LANES.length();
    }

    @Override
    public boolean addRotating(Units units, Piece piece, FluxBlock fluxes, int first, int end) {
        double[] temperature = piece.leptons.temperature();
        double[] electron = piece.leptons.electron();
        double[] neutrino = piece.leptons.neutrino();
        double[] fieldX = piece.field(0);
        double[] fieldY = piece.field(1);
        double[] fieldZ = piece.field(2);
        double[] curlX = piece.vorticity(0);
        double[] curlY = piece.vorticity(1);
        double[] curlZ = piece.vorticity(2);
        double[] leptonX = FusedFluxes.column(fluxes, LEPTON_FLUX, 0, piece);
        double[] leptonY = FusedFluxes.column(fluxes, LEPTON_FLUX, 1, piece);
        double[] leptonZ = FusedFluxes.column(fluxes, LEPTON_FLUX, 2, piece);
        double[] axialX = FusedFluxes.column(fluxes, AXIAL_FLUX, 0, piece);
        double[] axialY = FusedFluxes.column(fluxes, AXIAL_FLUX, 1, piece);
        double[] axialZ = FusedFluxes.column(fluxes, AXIAL_FLUX, 2, piece);
        double[] numberX = FusedFluxes.column(fluxes, NEUTRINO_FLUX, 0, piece);
        double[] numberY = FusedFluxes.column(fluxes, NEUTRINO_FLUX, 1, piece);
        double[] numberZ = FusedFluxes.column(fluxes, NEUTRINO_FLUX, 2, piece);
        double[] energyX = FusedFluxes.column(fluxes, NEUTRINO_ENERGY_FLUX, 0, piece);
        double[] energyY = FusedFluxes.column(fluxes, NEUTRINO_ENERGY_FLUX, 1, piece);
        double[] energyZ = FusedFluxes.column(fluxes, NEUTRINO_ENERGY_FLUX, 2, piece);
        double[] suspect = piece.scratch;
        DoubleVector found = DoubleVector.zero(LANES);
        for (int i = first; i < end; i += LANES.length()) {
            DoubleVector muE = DoubleVector.fromArray(LANES, electron, i);
            DoubleVector muNu = DoubleVector.fromArray(LANES, neutrino, i);
            DoubleVector t = DoubleVector.fromArray(LANES, temperature, i);
            DoubleVector thermal = thermalSquare(t);
            DoubleVector leftSquare = square(muE, thermal);
            DoubleVector ownSquare = square(muNu, thermal);
            DoubleVector left = density(muE, leftSquare, thermal);
            DoubleVector own = density(muNu, ownSquare, thermal);
            DoubleVector share = share(left, own);
            DoubleVector numberPerField = perField(share, muE);
            DoubleVector numberPerVorticity = perVorticity(share, leftSquare, ownSquare);

            DoubleVector lepton = ownSquare.mul(units.leptonPerCurl);
            DoubleVector axial = muE.mul(units.axialPerGauss);
            DoubleVector axialCurl =
                    axialPerVorticity(units, leftSquare, ownSquare).mul(units.axialPerCurl);
            DoubleVector number = numberPerField.mul(units.numberPerGauss);
            DoubleVector numberCurl = numberPerVorticity.mul(units.numberPerCurl);
            DoubleVector energy = perField(share, leftSquare).mul(units.energyPerGauss);
            DoubleVector energyCurl = perVorticity(share, left, own).mul(units.energyPerCurl);

            DoubleVector bx = DoubleVector.fromArray(LANES, fieldX, i);
            DoubleVector cx = DoubleVector.fromArray(LANES, curlX, i);
            lepton.fma(cx, DoubleVector.fromArray(LANES, leptonX, i)).intoArray(leptonX, i);
            axial.fma(bx, axialCurl.fma(cx, DoubleVector.fromArray(LANES, axialX, i)))
                    .intoArray(axialX, i);
            number.fma(bx, numberCurl.fma(cx, DoubleVector.fromArray(LANES, numberX, i)))
                    .intoArray(numberX, i);
            energy.fma(bx, energyCurl.fma(cx, DoubleVector.fromArray(LANES, energyX, i)))
                    .intoArray(energyX, i);
            DoubleVector by = DoubleVector.fromArray(LANES, fieldY, i);
            DoubleVector cy = DoubleVector.fromArray(LANES, curlY, i);
            lepton.fma(cy, DoubleVector.fromArray(LANES, leptonY, i)).intoArray(leptonY, i);
            axial.fma(by, axialCurl.fma(cy, DoubleVector.fromArray(LANES, axialY, i)))
                    .intoArray(axialY, i);
            number.fma(by, numberCurl.fma(cy, DoubleVector.fromArray(LANES, numberY, i)))
                    .intoArray(numberY, i);
            energy.fma(by, energyCurl.fma(cy, DoubleVector.fromArray(LANES, energyY, i)))
                    .intoArray(energyY, i);
            DoubleVector bz = DoubleVector.fromArray(LANES, fieldZ, i);
            DoubleVector cz = DoubleVector.fromArray(LANES, curlZ, i);
            lepton.fma(cz, DoubleVector.fromArray(LANES, leptonZ, i)).intoArray(leptonZ, i);
            axial.fma(bz, axialCurl.fma(cz, DoubleVector.fromArray(LANES, axialZ, i)))
                    .intoArray(axialZ, i);
            number.fma(bz, numberCurl.fma(cz, DoubleVector.fromArray(LANES, numberZ, i)))
                    .intoArray(numberZ, i);
            energy.fma(bz, energyCurl.fma(cz, DoubleVector.fromArray(LANES, energyZ, i)))
                    .intoArray(energyZ, i);

            DoubleVector fieldSquared = bx.fma(bx, by.fma(by, bz.mul(bz)));
            DoubleVector curlSquared = cx.fma(cx, cy.fma(cy, cz.mul(cz)));
            DoubleVector vortical = numberPerVorticity
                    .mul(numberPerVorticity)
                    .mul(units.vorticalBound)
                    .mul(curlSquared);
            DoubleVector flux =
                    numberPerField.mul(numberPerField).mul(units.magneticBound).fma(fieldSquared, vortical);
            DoubleVector square = muE.mul(muE.lanewise(ABS));
            DoubleVector filled = fieldSquared.mul(Prefilter.LANDAU).add(Prefilter.SMALLEST);
            DoubleVector level = square.neg().fma(square.lanewise(ABS), filled);
            DoubleVector density = muNu.mul(muNu).mul(muNu);
            DoubleVector excess = density.neg().fma(density.lanewise(ABS), flux.add(Prefilter.SMALLEST));
            DoubleVector suspects = level.add(level.lanewise(ABS)).add(excess.add(excess.lanewise(ABS)));
            suspects.intoArray(suspect, i);
            found = found.add(suspects);
        }
        return !(found.reduceLanes(ADD) <= 0); // NaN is suspect
    }

    @Override
    public boolean addWithoutVorticity(Units units, Piece piece, FluxBlock fluxes, int first, int end) {
        double[] temperature = piece.leptons.temperature();
        double[] electron = piece.leptons.electron();
        double[] neutrino = piece.leptons.neutrino();
        double[] fieldX = piece.field(0);
        double[] fieldY = piece.field(1);
        double[] fieldZ = piece.field(2);
        double[] axialX = FusedFluxes.column(fluxes, AXIAL_FLUX, 0, piece);
        double[] axialY = FusedFluxes.column(fluxes, AXIAL_FLUX, 1, piece);
        double[] axialZ = FusedFluxes.column(fluxes, AXIAL_FLUX, 2, piece);
        double[] numberX = FusedFluxes.column(fluxes, NEUTRINO_FLUX, 0, piece);
        double[] numberY = FusedFluxes.column(fluxes, NEUTRINO_FLUX, 1, piece);
        double[] numberZ = FusedFluxes.column(fluxes, NEUTRINO_FLUX, 2, piece);
        double[] energyX = FusedFluxes.column(fluxes, NEUTRINO_ENERGY_FLUX, 0, piece);
        double[] energyY = FusedFluxes.column(fluxes, NEUTRINO_ENERGY_FLUX, 1, piece);
        double[] energyZ = FusedFluxes.column(fluxes, NEUTRINO_ENERGY_FLUX, 2, piece);
        double[] suspect = piece.scratch;
        DoubleVector found = DoubleVector.zero(LANES);
        for (int i = first; i < end; i += LANES.length()) {
            DoubleVector muE = DoubleVector.fromArray(LANES, electron, i);
            DoubleVector muNu = DoubleVector.fromArray(LANES, neutrino, i);
            DoubleVector t = DoubleVector.fromArray(LANES, temperature, i);
            DoubleVector thermal = thermalSquare(t);
            DoubleVector leftSquare = square(muE, thermal);
            DoubleVector ownSquare = square(muNu, thermal);
            DoubleVector left = density(muE, leftSquare, thermal);
            DoubleVector own = density(muNu, ownSquare, thermal);
            DoubleVector share = share(left, own);
            DoubleVector numberPerField = perField(share, muE);

            DoubleVector axial = muE.mul(units.axialPerGauss);
            DoubleVector number = numberPerField.mul(units.numberPerGauss);
            DoubleVector energy = perField(share, leftSquare).mul(units.energyPerGauss);

            DoubleVector bx = DoubleVector.fromArray(LANES, fieldX, i);
            axial.fma(bx, DoubleVector.fromArray(LANES, axialX, i)).intoArray(axialX, i);
            number.fma(bx, DoubleVector.fromArray(LANES, numberX, i)).intoArray(numberX, i);
            energy.fma(bx, DoubleVector.fromArray(LANES, energyX, i)).intoArray(energyX, i);
            DoubleVector by = DoubleVector.fromArray(LANES, fieldY, i);
            axial.fma(by, DoubleVector.fromArray(LANES, axialY, i)).intoArray(axialY, i);
            number.fma(by, DoubleVector.fromArray(LANES, numberY, i)).intoArray(numberY, i);
            energy.fma(by, DoubleVector.fromArray(LANES, energyY, i)).intoArray(energyY, i);
            DoubleVector bz = DoubleVector.fromArray(LANES, fieldZ, i);
            axial.fma(bz, DoubleVector.fromArray(LANES, axialZ, i)).intoArray(axialZ, i);
            number.fma(bz, DoubleVector.fromArray(LANES, numberZ, i)).intoArray(numberZ, i);
            energy.fma(bz, DoubleVector.fromArray(LANES, energyZ, i)).intoArray(energyZ, i);

            DoubleVector fieldSquared = bx.fma(bx, by.fma(by, bz.mul(bz)));
            DoubleVector flux =
                    numberPerField.mul(numberPerField).mul(units.magneticBound).mul(fieldSquared);
            DoubleVector square = muE.mul(muE.lanewise(ABS));
            DoubleVector filled = fieldSquared.mul(Prefilter.LANDAU).add(Prefilter.SMALLEST);
            DoubleVector level = square.neg().fma(square.lanewise(ABS), filled);
            DoubleVector density = muNu.mul(muNu).mul(muNu);
            DoubleVector excess = density.neg().fma(density.lanewise(ABS), flux.add(Prefilter.SMALLEST));
            DoubleVector suspects = level.add(level.lanewise(ABS)).add(excess.add(excess.lanewise(ABS)));
            suspects.intoArray(suspect, i);
            found = found.add(suspects);
        }
        return !(found.reduceLanes(ADD) <= 0);
    }

    private static DoubleVector thermalSquare(DoubleVector temperature) {
        return temperature.mul(PI_SQUARED_THIRD).mul(temperature);
    }

    private static DoubleVector square(DoubleVector mu, DoubleVector thermal) {
        return mu.fma(mu, thermal);
    }

    private static DoubleVector density(DoubleVector mu, DoubleVector square, DoubleVector thermal) {
        return mu.mul(thermal.add(thermal).add(square));
    }

    private static DoubleVector share(DoubleVector left, DoubleVector own) {
        DoubleVector positiveLeft = left.add(left.lanewise(ABS));
        DoubleVector positiveOwn = own.add(own.lanewise(ABS));
        DoubleVector smallest = DoubleVector.broadcast(LANES, Double.MIN_NORMAL);
        return positiveOwn.mul(positiveLeft).div(positiveOwn.add(positiveLeft).fma(positiveLeft, smallest));
    }

    private static DoubleVector axialPerVorticity(Units units, DoubleVector leftSquare, DoubleVector ownSquare) {
        return leftSquare.fma(DoubleVector.broadcast(LANES, units.axialElectrons), ownSquare);
    }

    private static DoubleVector perField(DoubleVector share, DoubleVector left) {
        return share.mul(left);
    }

    private static DoubleVector perVorticity(DoubleVector share, DoubleVector left, DoubleVector own) {
        return share.fma(left, own);
    }
}
