package org.chiralkick.it.moments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.chiralkick.chiral.ChiralSource;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.NeutrinoSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What leaves a thick star in the end (guide/physics.md (10.11)): cold electrons with mu_e^2 = (100 MeV)^2 sigma carry an energy flux sigma A
 * along the field, and a number flux A sqrt(sigma).
 */
class EscapingDipoleTest {
    private static final double RADIUS = 1e6;
    private static final EnergyGroups GROUPS = EnergyGroups.between(0, 20, 50, 80, Double.POSITIVE_INFINITY);

    /** Parts of the central flux that leave in the end. */
    private record Escape(double ofEnergy, double ofNumber) {}

    /**
     * Returns what leaves a star that scatters.
     *
     * @param sigma of the radius over that of the star
     * @param spread D over its value at the surface, of the same
     * @param thickness optical depth of a radius with the opacity of the surface
     */
    private static Escape escape(int shells, DoubleUnaryOperator sigma, DoubleUnaryOperator spread, double thickness) {
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(new ChiralSource(Map.of(NeutrinoSource.CLOSURE + "share", "all-left-handed"))),
                CouplingConfig.defaults(),
                CouplingOptions.defaults())) {
            MomentStar star = new MomentStar(new StarGrid(shells, RADIUS), GROUPS, coupling, (medium, at, r, n) -> {
                medium.electronPotential[at] = 100 * Math.sqrt(sigma.applyAsDouble(r / RADIUS));
                medium.field[2][at] = 1e12;
                medium.opacities(at, 0, thickness / RADIUS / spread.applyAsDouble(r / RADIUS));
            });
            double crossing = RADIUS / PhysicalConstants.C_CM_PER_S;
            for (int step = 0; step < 4; step++) {
                star.step(1e6 * thickness * crossing / spread.applyAsDouble(0));
            }
            return new Escape(
                    star.surfaceEnergyFlux() / star.centralEnergyFlux(),
                    star.surfaceNumberFlux() / star.centralNumberFlux());
        }
    }

    @Test
    void ofConstantDiffusionItIsTheMeanOverTheVolume() {
        Escape escape = escape(200, x -> 1 - x * x, x -> 1, 1e5);
        assertEquals(0.4, escape.ofEnergy, 1e-4);
        assertEquals(3 * Math.PI / 16, escape.ofNumber, 1e-3); // 3 int x^2 sqrt(1 - x^2) dx
    }

    @Test
    void ofDiffusionThatRisesOutwardsItIsMore() {
        assertEquals(0.4654, escape(400, x -> 1 - x * x, x -> Math.exp(8 * (x - 1)), 1e6).ofEnergy, 1e-4);
        assertEquals(
                0.4809, escape(800, x -> 1 - x * x, x -> Math.pow(10, 6 * (x * x * x * x - 1)), 1e6).ofEnergy, 1e-4);
    }

    /** A flux in the outermost tenth, hundredth: not its local value, but its share of the volume. */
    @ParameterizedTest
    @CsvSource({"0.1", "0.01"})
    void ofASkinItIsThreeTimesItsDepthOverTheRadius(double depth) {
        Escape escape = escape(1000, x -> x > 0 && x < 1 - depth ? 0 : 1, x -> 1, 1e6);
        assertEquals(1 - Math.pow(1 - depth, 3), escape.ofEnergy, 0.06 * depth); // half a shell more or less
        assertEquals(3 * depth, escape.ofEnergy, 3.1 * depth * depth);
    }
}
