package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.field.Contraction;
import org.chiralkick.star.field.FieldAt;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.MagneticField;
import org.chiralkick.star.field.PolarField;
import org.chiralkick.star.field.PolarVector;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.kick.Kicked;
import org.junit.jupiter.api.Test;

/** A field that is given at the end is the same history, scaled by one factor. */
class FieldAtTest {
    private static final CoolingConfig COOLING =
            CoolingConfig.of(Stars.young()).withResolution(40, 0.08).withEnd(2).withFeedback(Feedback.NONE);
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final FieldShape DIPOLE = FieldShape.dipole(1.2e6, 1, 3);

    private static CooledStar star(FieldShape shape, FieldAt at) {
        return new CooledStar("young", COOLING, shape, at, Escape.DIPOLE, Optional.empty(), Optional.empty());
    }

    private static Magnet magnet(double gauss) {
        return new Magnet(gauss, 40, 0.05);
    }

    private static Kicked kick(CooledStar star, double gauss) {
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(new LinearSource(1e24)), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            return star.kick(magnet(gauss), coupling);
        }
    }

    private static EmissionHistory evolution() {
        return evolution(COOLING);
    }

    private static EmissionHistory evolution(CoolingConfig config) {
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(new LinearSource(0)), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            CoolingStar run = CoolingStar.start(config, coupling);
            run.finish(snapshot -> {});
            return run.history();
        }
    }

    @Test
    void theFieldAtTheEndIsTheOneGivenAndTheKickThatOfTheScaledFieldAtTheStart() {
        for (FieldShape shape : new FieldShape[] {DIPOLE, FieldShape.uniform(1, NEVER)}) {
            Kicked end = kick(star(shape, FieldAt.END), 3e12);
            PolarField field = end.field();
            assertEquals(3e12, field.endGauss(), 3e12 * 1e-12);
            assertTrue(field.startGauss() < field.endGauss() / 3, "it contracts: " + field);
            double perGauss = kick(star(shape, FieldAt.START), 1).field().startGauss();
            Kicked start = kick(star(shape, FieldAt.START), field.startGauss() / perGauss);
            assertTrue(start.kick().speed() > 0, start.toString());
            assertEquals(start.kick().x(), end.kick().x(), 1e-12 * start.kick().speed());
            assertEquals(start.kick().z(), end.kick().z(), 1e-12 * start.kick().speed());
            assertEquals(
                    start.recoil().number(),
                    end.recoil().number(),
                    1e-12 * start.recoil().number());
        }
    }

    /** The field is nothing to a mechanism that feels rotation alone, wherever it is given. */
    @Test
    void whatRotationDrivesIsNotScaled() {
        Vector3 start = rotating(FieldAt.START);
        assertTrue(start.norm() > 0, start.toString());
        assertEquals(start, rotating(FieldAt.END));
    }

    private static Vector3 rotating(FieldAt at) {
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(new RotationSource()), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            return star(DIPOLE, at).kick(magnet(3e12), coupling).recoil().momentum();
        }
    }

    /** Neutrinos along the axis of rotation, more with the third power of the temperature so that they do not just pass through. */
    private static final class RotationSource implements NeutrinoSource {
        @Override
        public SourceDescriptor describe() {
            return SourceDescriptor.named("rotation")
                    .version("1.0.0")
                    .summary("along the vorticity")
                    .citation("none")
                    .requires(ZoneField.VORTICITY, ZoneField.TEMPERATURE)
                    .gives(
                            FluxField.NEUTRINO_FLUX,
                            FluxField.NEUTRINO_ENERGY_FLUX,
                            FluxField.LEPTON_FLUX,
                            FluxField.AXIAL_FLUX)
                    .build();
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            double[] temperature = zones.column(ZoneField.TEMPERATURE);
            for (int axis = 0; axis < 3 && fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX); axis++) {
                double[] vorticity = zones.column(ZoneField.VORTICITY, axis);
                double[] out = fluxes.column(FluxField.NEUTRINO_ENERGY_FLUX, axis);
                for (int i = zones.first(); i < zones.end(); i++) {
                    out[i] += 1e20 * vorticity[i] * Math.pow(temperature[i], 3);
                }
            }
        }
    }

    @Test
    void anEvolutionThatServesManyGivesTheSame() {
        Kicked own = kick(star(DIPOLE, FieldAt.END), 3e12);
        Kicked shared = kick(star(DIPOLE, FieldAt.END).along(evolution()), 3e12);
        assertEquals(
                own.field().startGauss(),
                shared.field().startGauss(),
                1e-12 * own.field().startGauss());
        assertEquals(
                own.kick().speed(), shared.kick().speed(), 1e-9 * own.kick().speed());
    }

    @Test
    void theErrorOfTheStepIsEstimatedFromLongerSteps() {
        CoolingConfig longer = COOLING.inLongerSteps().orElseThrow();
        assertEquals(2 * COOLING.star().tolerance(), longer.star().tolerance());
        assertEquals(Optional.empty(), COOLING.withResolution(40, 0.3).inLongerSteps());
        Kicked kicked = kick(star(DIPOLE, FieldAt.START).along(evolution().besides(evolution(longer))), 1e12);
        double finest = kick(star(DIPOLE, FieldAt.START).along(evolution(COOLING.withResolution(40, 0.01))), 1e12)
                .kick()
                .speed();
        double error = kicked.kick().speed() / finest - 1;
        assertTrue(Math.abs(error) > 1e-3, "there is an error: " + error);
        assertTrue(
                kicked.timeStepError() / error > 0.4 && kicked.timeStepError() / error < 2.5,
                kicked.timeStepError() + " estimated, " + error);
    }

    @Test
    void turningTheFieldRoundTurnsTheKickRound() {
        CooledStar star = star(DIPOLE, FieldAt.END).along(evolution());
        Kicked there = kick(star, 1e12);
        Kicked back = kick(star, -1e12);
        assertTrue(there.kick().speed() > 0);
        assertEquals(-there.field().startGauss(), back.field().startGauss());
        assertEquals(-there.kick().z(), back.kick().z(), 1e-12 * there.kick().speed());
        assertEquals(-there.kick().x(), back.kick().x(), 1e-12 * there.kick().speed());
    }

    @Test
    void fluxIsConservedUntilTheFieldDecays() {
        Contraction surface = new Contraction(6e6, 1.2e6, 2);
        PolarField uniform = surface.of(SpinningField.of(MagneticField.uniform(1e12)));
        assertEquals(2.5e13, uniform.endGauss(), 1e-3);
        assertEquals(Math.PI * 3.6e13 * 1e12, uniform.startFluxGaussCm2(), 1e14);
        assertEquals(uniform.startFluxGaussCm2(), uniform.endFluxGaussCm2());
        PolarField dipole = surface.of(SpinningField.of(MagneticField.dipole(1e12, 3e6)));
        assertEquals(1e12 / 8, dipole.startGauss(), 1e-3);
        PolarField decayed = surface.of(new SpinningField(MagneticField.uniform(1e12), 2, 0, NEVER));
        assertEquals(2.5e13 / Math.E, decayed.endGauss(), 1);
        assertEquals(uniform.endFluxGaussCm2() / Math.E, decayed.endFluxGaussCm2(), 1e14);
    }

    @Test
    void aFieldWithoutARadialPartCannotBeGivenAtThePole() {
        MagneticField toroidal = (radiusCm, cosTheta) -> new PolarVector(0, 0, 1 - cosTheta * cosTheta);
        FieldShape shape = new FieldShape("toroidal.h5", toroidal, 1e14, 1, NEVER, 2e6);
        var refused = assertThrows(
                IllegalArgumentException.class, () -> shape.of(magnet(1e12), FieldAt.END, Contraction.none(1e6, 1)));
        assertTrue(refused.toString().contains("toroidal.h5 field has no radial part"), refused.toString());
        assertEquals(
                1e12,
                shape.of(magnet(1e12), FieldAt.START, Contraction.none(1e6, 1))
                        .initial()
                        .gaussAt(1e6, 0)
                        .azimuthal());
    }

    @Test
    void aStarThatTurnsTooFastIsFlaggedAlikeByARunAndAlongAnEvolution() {
        CooledStar star = star(DIPOLE, FieldAt.START).along(evolution());
        for (double period : new double[] {0.001, 10}) {
            try (Coupling coupling = Coupling.open(
                    SourceProvider.of(new LinearSource(1e20)), CouplingConfig.defaults(), CouplingOptions.defaults())) {
                Kicked kicked = star.kick(new Magnet(1e12, 0, period), coupling);
                assertEquals(period < 1, kicked.flags().containsKey("spin-beyond-breakup"), kicked.flags()::toString);
                CoolingStar run =
                        CoolingStar.start(COOLING.withRotation(period, 0).withEnd(1e-4), coupling);
                run.finish(snapshot -> {});
                assertEquals(period < 1, run.flags().whole().containsKey("spin-beyond-breakup"));
                assertTrue(run.assumptions().stream().noneMatch(text -> text.contains("tear")));
            }
        }
    }
}
