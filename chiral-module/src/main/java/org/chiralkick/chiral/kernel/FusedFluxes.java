package org.chiralkick.chiral.kernel;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.jspecify.annotations.Nullable;

/**
 * Adds all fluxes of the default closures in one walk over the columns, with the bits of the plain loops, in the time that a C
 * compiler's loop takes. The one implementation needs the incubating Vector API: a VM that was started with
 * {@code --add-modules jdk.incubator.vector} and compiles with C2. Elsewhere the plain loops do all.
 */
interface FusedFluxes {
    /** Returns how many zones are done at once; a power of 2. */
    int lanes();

    /**
     * Adds the fluxes of zones {@code first <= i < end}, a multiple of {@link #lanes}, in a field and a vorticity.
     *
     * @return whether a zone may deserve a flag: its entry in {@link Piece#scratch} is positive then, or NaN
     */
    boolean addRotating(Units units, Piece piece, FluxBlock fluxes, int first, int end);

    /** Does so where the host gives no vorticity; lepton fluxes vanish then. */
    boolean addWithoutVorticity(Units units, Piece piece, FluxBlock fluxes, int first, int end);

    /**
     * What a current of 1, in powers of MeV, in a field of 1 G or a vorticity of 1/s, is in the unit of the flux; the factor that the
     * axial current of electrons has over that of neutrinos; and bounds.
     */
    final class Units {
        final double leptonPerCurl;
        final double axialPerGauss;
        final double axialPerCurl;
        final double numberPerGauss;
        final double numberPerCurl;
        final double energyPerGauss;
        final double energyPerCurl;
        final double axialElectrons;
        final double magneticBound;
        final double vorticalBound;

        Units(VectorFlux lepton, VectorFlux axial, VectorFlux number, VectorFlux energy, double axialElectrons) {
            leptonPerCurl = lepton.perCurl();
            axialPerGauss = axial.perGauss();
            axialPerCurl = axial.perCurl();
            numberPerGauss = number.perGauss();
            numberPerCurl = number.perCurl();
            energyPerGauss = energy.perGauss();
            energyPerCurl = energy.perCurl();
            this.axialElectrons = axialElectrons;
            magneticBound = Prefilter.squareOfShareOfAvailable(number.perGauss());
            vorticalBound = Prefilter.squareOfShareOfAvailable(number.perCurl());
        }
    }

    /**
     * Returns a component of a flux, or scratch memory where the host does not want it, which costs less than a branch. The piece must be
     * {@link Piece#direct}.
     */
    static double[] column(FluxBlock fluxes, FluxField flux, int axis, Piece piece) {
        return fluxes.wants(flux)
                ? fluxes.column(flux, axis)
                : axis == 0
                        ? piece.leptonPerVorticity
                        : axis == 1 ? piece.axialPerVorticity : piece.neutrinoPerVorticity;
    }

    /** Returns the implementation, or {@code null} where this VM has none that is fast. */
    static @Nullable FusedFluxes find() {
        // Compiled by C1 alone, or interpreted, every vector would be an object.
        String mode = System.getProperty("java.vm.info", "");
        if (!mode.startsWith("mixed mode") || mode.contains("emulated-client")) {
            return null;
        }
        try {
            ClassLoader loader = FusedFluxes.class.getClassLoader();
            Class.forName("jdk.incubator.vector.DoubleVector", false, loader);
            Class<?> type = Class.forName("org.chiralkick.chiral.kernel.VectorFusedFluxes", true, loader);
            FusedFluxes made = (FusedFluxes) type.getDeclaredConstructor().newInstance();
            return made.lanes() >= 4 ? made : null;
        } catch (ReflectiveOperationException | LinkageError absent) {
            return null;
        }
    }
}
