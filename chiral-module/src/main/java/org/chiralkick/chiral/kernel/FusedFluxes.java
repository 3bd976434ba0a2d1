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
     * @return whether a zone may deserve a flag: its {@code doubt} is positive then, or NaN
     */
    boolean addTurning(Units units, Columns columns, int first, int end);

    /** Does so where the host gives no vorticity; lepton fluxes vanish then. */
    boolean addStill(Units units, Columns columns, int first, int end);

    /** What current of 1, in powers of MeV, in a field of 1 G or a vorticity of 1/s, is in the unit of the flux; and bounds. */
    final class Units {
        final double leptonPerGauss;
        final double leptonPerCurl;
        final double numberPerGauss;
        final double numberPerCurl;
        final double energyPerGauss;
        final double energyPerCurl;
        final double magneticDoubt;
        final double vorticalDoubt;

        Units(VectorFlux lepton, VectorFlux number, VectorFlux energy) {
            leptonPerGauss = lepton.perGauss();
            leptonPerCurl = lepton.perCurl();
            numberPerGauss = number.perGauss();
            numberPerCurl = number.perCurl();
            energyPerGauss = energy.perGauss();
            energyPerCurl = energy.perCurl();
            magneticDoubt = Suspicion.squareOfShareOfAvailable(number.perGauss());
            vorticalDoubt = Suspicion.squareOfShareOfAvailable(number.perCurl());
        }
    }

    /** The columns of a piece. Where the host does not want a flux, its column is scratch memory, which costs less than a branch. */
    final class Columns {
        private static final double[] NONE = {};

        double[] temperature = NONE;
        double[] electron = NONE;
        double[] neutrino = NONE;
        double[] fieldX = NONE;
        double[] fieldY = NONE;
        double[] fieldZ = NONE;
        double[] curlX = NONE;
        double[] curlY = NONE;
        double[] curlZ = NONE;
        double[] leptonX = NONE;
        double[] leptonY = NONE;
        double[] leptonZ = NONE;
        double[] axialX = NONE;
        double[] axialY = NONE;
        double[] axialZ = NONE;
        double[] numberX = NONE;
        double[] numberY = NONE;
        double[] numberZ = NONE;
        double[] energyX = NONE;
        double[] energyY = NONE;
        double[] energyZ = NONE;
        double[] doubt = NONE;
        private boolean taken;

        /** Takes the columns of a piece that is {@link Piece#direct}. */
        void take(Piece piece, FluxBlock fluxes) {
            taken = true;
            temperature = piece.leptons.temperature();
            electron = piece.leptons.electron();
            neutrino = piece.leptons.neutrino();
            fieldX = piece.field(0);
            fieldY = piece.field(1);
            fieldZ = piece.field(2);
            if (piece.turning()) {
                curlX = piece.vorticity(0);
                curlY = piece.vorticity(1);
                curlZ = piece.vorticity(2);
                leptonX = column(fluxes, FluxField.LEPTON_FLUX, 0, piece.leptonPerVorticity);
                leptonY = column(fluxes, FluxField.LEPTON_FLUX, 1, piece.axialPerVorticity);
                leptonZ = column(fluxes, FluxField.LEPTON_FLUX, 2, piece.neutrinoPerVorticity);
            }
            axialX = column(fluxes, FluxField.AXIAL_FLUX, 0, piece.leptonPerVorticity);
            axialY = column(fluxes, FluxField.AXIAL_FLUX, 1, piece.axialPerVorticity);
            axialZ = column(fluxes, FluxField.AXIAL_FLUX, 2, piece.neutrinoPerVorticity);
            numberX = column(fluxes, FluxField.NEUTRINO_FLUX, 0, piece.leptonPerVorticity);
            numberY = column(fluxes, FluxField.NEUTRINO_FLUX, 1, piece.axialPerVorticity);
            numberZ = column(fluxes, FluxField.NEUTRINO_FLUX, 2, piece.neutrinoPerVorticity);
            energyX = column(fluxes, FluxField.NEUTRINO_ENERGY_FLUX, 0, piece.leptonPerVorticity);
            energyY = column(fluxes, FluxField.NEUTRINO_ENERGY_FLUX, 1, piece.axialPerVorticity);
            energyZ = column(fluxes, FluxField.NEUTRINO_ENERGY_FLUX, 2, piece.neutrinoPerVorticity);
            doubt = piece.scratch;
        }

        private static double[] column(FluxBlock fluxes, FluxField flux, int axis, double[] unwanted) {
            return fluxes.wants(flux) ? fluxes.column(flux, axis) : unwanted;
        }

        /** Lets go of all columns. */
        void release() {
            if (!taken) {
                return;
            }
            taken = false;
            temperature = NONE;
            electron = NONE;
            neutrino = NONE;
            fieldX = NONE;
            fieldY = NONE;
            fieldZ = NONE;
            curlX = NONE;
            curlY = NONE;
            curlZ = NONE;
            leptonX = NONE;
            leptonY = NONE;
            leptonZ = NONE;
            axialX = NONE;
            axialY = NONE;
            axialZ = NONE;
            numberX = NONE;
            numberY = NONE;
            numberZ = NONE;
            energyX = NONE;
            energyY = NONE;
            energyZ = NONE;
        }
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
