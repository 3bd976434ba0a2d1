package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.chiralkick.host.TestSources.descriptor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.FieldSystem;
import org.chiralkick.host.value.Units;
import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.NeutrinoMeanFreePath;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** What sources need and what hosts give: derived fields, missing ones, assumptions, the form of the recoil. */
class NegotiationTest {
    private static final String NOTHING_COUNTED = "neither surface element nor volume given: recoil not counted";
    private static final ZoneField T = ZoneField.TEMPERATURE;
    private static final ZoneField MU_E = ZoneField.ELECTRON_CHEMICAL_POTENTIAL;
    private static final ZoneField MU_NU = ZoneField.NEUTRINO_CHEMICAL_POTENTIAL;

    @Test
    void theElectronPotentialFollowsFromDensityFractionAndTemperature() {
        Recording source = new Recording(Set.of(MU_E), Set.of());
        evaluate(
                source,
                block().in(ZoneField.DENSITY, View.constant(1e14))
                        .in(ZoneField.ELECTRON_FRACTION, View.constant(0.2))
                        .in(T, View.constant(12)));
        assertEquals(LeptonPotentials.electron(1e14, 0.2, 12), source.seen(MU_E));
    }

    @Test
    void aBoundPotentialIsPreferredToADerivedOne() {
        Recording source = new Recording(Set.of(MU_E), Set.of());
        evaluate(
                source,
                block().in(ZoneField.DENSITY, View.constant(1e14))
                        .in(ZoneField.ELECTRON_FRACTION, View.constant(0.2))
                        .in(T, View.constant(12))
                        .in(MU_E, View.constant(155)));
        assertEquals(155, source.seen(MU_E));
    }

    @Test
    void theNeutrinoPotentialFollowsFromTheNeutrinoFractionFirst() {
        Recording source = new Recording(Set.of(MU_NU), Set.of());
        evaluate(
                source,
                block().in(ZoneField.DENSITY, View.constant(1e14))
                        .in(ZoneField.NEUTRINO_FRACTION, View.constant(0.04))
                        .in(T, View.constant(12))
                        .in(MU_E, View.constant(155))
                        .in(ZoneField.PROTON_CHEMICAL_POTENTIAL, View.constant(900))
                        .in(ZoneField.NEUTRON_CHEMICAL_POTENTIAL, View.constant(960)));
        assertEquals(LeptonPotentials.neutrino(1e14, 0.04, 12), source.seen(MU_NU));
    }

    @Test
    void elseTheNeutrinoPotentialFollowsFromBetaEquilibriumWithADerivedElectronPotential() {
        Recording source = new Recording(Set.of(MU_NU), Set.of());
        evaluate(
                source,
                block().in(ZoneField.DENSITY, View.constant(1e14))
                        .in(ZoneField.ELECTRON_FRACTION, View.constant(0.2))
                        .in(T, View.constant(12))
                        .in(ZoneField.PROTON_CHEMICAL_POTENTIAL, View.constant(900))
                        .in(ZoneField.NEUTRON_CHEMICAL_POTENTIAL, View.constant(960)));
        assertEquals(LeptonPotentials.electron(1e14, 0.2, 12) + 900 - 960, source.seen(MU_NU));
    }

    @Test
    void neutrinosFromAFractionBelowTheirSphereAreFlaggedAsDecoupled() {
        long[] flags = new long[3];
        BlockBinding block = BlockBinding.of(3)
                .in(ZoneField.DENSITY, View.of(new double[] {1.01e12, 0.99e12, 0.99e12}))
                .in(ZoneField.NEUTRINO_FRACTION, View.of(new double[] {0.01, 0.01, Double.NaN}))
                .in(T, View.constant(5))
                .flags(flags)
                .build();
        advance(new Recording(Set.of(MU_NU), Set.of()), block);
        long decoupled = ValidityFlag.NEUTRINOS_DECOUPLED.bit();
        assertArrayEquals(new long[] {0, decoupled, ValidityFlag.INPUT.bit()}, flags);
    }

    @Test
    void theMeanFreePathIsDerivedWhereAGradientLengthGoesWithIt() {
        Recording source = new Recording(Set.of(T), Set.of(ZoneField.MEAN_FREE_PATH, ZoneField.GRADIENT_LENGTH));
        BlockBinding.Builder block = block().in(ZoneField.DENSITY, View.constant(1e14))
                .in(ZoneField.ELECTRON_FRACTION, View.constant(0.2))
                .in(T, View.constant(12))
                .in(MU_E, View.constant(150))
                .in(MU_NU, View.constant(80));
        evaluate(source, block);
        assertTrue(source.seen.get(ZoneField.MEAN_FREE_PATH) == null, "no gradient length, so nobody needs it");
        evaluate(source, block.in(ZoneField.GRADIENT_LENGTH, View.constant(1e5)));
        double energy = NeutrinoMeanFreePath.typicalEnergyMeV(80, 12);
        assertEquals(
                NeutrinoMeanFreePath.electronNeutrinoCm(energy, 1e14, 0.2, 12, 150, 80, 1),
                source.seen(ZoneField.MEAN_FREE_PATH));
        evaluate(source, block.in(ZoneField.MEAN_FREE_PATH, View.constant(33)));
        assertEquals(33, source.seen(ZoneField.MEAN_FREE_PATH));
    }

    @Test
    void opacitiesStandInPlaceOfTheMeanFreePath() {
        Recording source = new Recording(Set.of(T), Set.of(ZoneField.MEAN_FREE_PATH));
        BlockBinding.Builder block = block().in(T, View.constant(12))
                .in(ZoneField.SCATTERING_OPACITY, View.constant(3e-5))
                .in(ZoneField.ABSORPTION_OPACITY, View.constant(1e-5));
        evaluate(source, block);
        assertEquals(1 / (3e-5 + 1e-5), source.seen(ZoneField.MEAN_FREE_PATH));
        Units units = new Units(1, 1e5, 1, 1, 1, FieldSystem.GAUSSIAN);
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(source),
                CouplingConfig.defaults(),
                CouplingOptions.defaults().withUnits(units))) {
            coupling.advance(1, 0, 1, block.build());
        }
        assertEquals(1e5 / (3e-5 + 1e-5), source.seen(ZoneField.MEAN_FREE_PATH), 1e-4, "opacities per km");
        evaluate(source, block.in(ZoneField.MEAN_FREE_PATH, View.constant(33)));
        assertEquals(33, source.seen(ZoneField.MEAN_FREE_PATH));
    }

    @Test
    void opacitiesOfTheHostArePreferredToThoseOfFreeNucleons() {
        Recording source = new Recording(Set.of(T), Set.of(ZoneField.MEAN_FREE_PATH, ZoneField.GRADIENT_LENGTH));
        evaluate(
                source,
                block().in(ZoneField.DENSITY, View.constant(1e14))
                        .in(ZoneField.ELECTRON_FRACTION, View.constant(0.2))
                        .in(T, View.constant(12))
                        .in(MU_E, View.constant(150))
                        .in(MU_NU, View.constant(80))
                        .in(ZoneField.GRADIENT_LENGTH, View.constant(1e5))
                        .in(ZoneField.ABSORPTION_OPACITY, View.constant(0.5)));
        assertEquals(2, source.seen(ZoneField.MEAN_FREE_PATH));
    }

    @Test
    void whereOneOpacityIsGivenTheResultSaysThatTheOtherIsMissing() {
        Recording source = new Recording(Set.of(T), Set.of(ZoneField.MEAN_FREE_PATH));
        String noScattering = "scattering opacity not given: mean free path of absorption alone";
        String noAbsorption = "absorption opacity not given: mean free path of scattering alone";
        Set<String> said = assumptions(source.describe(), block().in(ZoneField.ABSORPTION_OPACITY, View.constant(2)));
        assertTrue(said.contains(noScattering) && !said.contains(noAbsorption), said.toString());
        said = assumptions(source.describe(), block().in(ZoneField.SCATTERING_OPACITY, View.constant(2)));
        assertTrue(said.contains(noAbsorption) && !said.contains(noScattering), said.toString());
        evaluate(source, block().in(T, View.constant(12)).in(ZoneField.SCATTERING_OPACITY, View.constant(0.125)));
        assertEquals(8, source.seen(ZoneField.MEAN_FREE_PATH));
    }

    @Test
    void whereNothingStopsANeutrinoItsPathIsTheLongest() {
        Recording source = new Recording(Set.of(T), Set.of(ZoneField.MEAN_FREE_PATH));
        for (double opacity : new double[] {0, Double.MIN_VALUE, -1e-5}) {
            evaluate(
                    source,
                    block().in(T, View.constant(12))
                            .in(ZoneField.SCATTERING_OPACITY, View.constant(opacity))
                            .in(ZoneField.ABSORPTION_OPACITY, View.constant(0)));
            assertEquals(Double.MAX_VALUE, source.seen(ZoneField.MEAN_FREE_PATH));
        }
    }

    @Test
    void aMechanismThatNeedsTheMeanFreePathNamesTheOpacities() {
        Recording source = new Recording(Set.of(T, ZoneField.MEAN_FREE_PATH), Set.of());
        CouplingException refused =
                assertThrows(CouplingException.class, () -> evaluate(source, block().in(T, View.constant(12))));
        String message = String.valueOf(refused.getMessage());
        assertTrue(
                message.contains(
                        "mean free path (or scattering opacity and absorption opacity; or absorption opacity; or"
                                + " scattering opacity; or density, electron fraction"),
                message);
    }

    @Test
    void allMissingFieldsAreListedAtOnceWithWhatCouldBeGivenInstead() {
        Recording source =
                new Recording(Set.of(T, MU_E, MU_NU, ZoneField.MAGNETIC_FIELD, ZoneField.VORTICITY), Set.of());
        CouplingException refused = assertThrows(
                CouplingException.class, () -> evaluate(source, block().in(ZoneField.DENSITY, View.constant(1e14))));
        assertEquals(CouplingException.Kind.FIELD, refused.kind());
        assertEquals(
                "source recording needs fields that are not bound: temperature, electron chemical potential (or density,"
                        + " electron fraction and temperature), neutrino chemical potential (or density, neutrino fraction and"
                        + " temperature; or electron chemical potential, proton chemical potential and neutron chemical"
                        + " potential), magnetic field, vorticity",
                refused.getMessage());
    }

    @Test
    void missingFieldsLeaveTheStepWholeSoThatAnotherBlockCanBeEvaluated() {
        Zones zones = new Zones(10, 1);
        try (Coupling coupling = open(alongField("test"), CouplingConfig.defaults())) {
            coupling.begin(1, 0, 1);
            assertThrows(CouplingException.class, () -> coupling.evaluate(block().build(), 1));
            coupling.evaluate(zones.bind(10), 1);
            assertEquals(StepResult.Outcome.COMMITTED, coupling.commit().outcome());
        }
    }

    @Test
    void absentOptionalFieldsAndTheShareAreAssumptions() {
        try (Coupling coupling = open(alongField("test"), CouplingConfig.defaults())) {
            assertEquals(
                    List.of("neutrino share 'composition' is a closure, not an anomaly result"),
                    coupling.assumptions());
            coupling.advance(1, 0, 1, new Zones(10, 1).bind(10));
            assertEquals(
                    List.of(
                            "neutrino share 'composition' is a closure, not an anomaly result",
                            "mu_5 not given: taken as 0",
                            "lapse not given: taken as 1"),
                    coupling.assumptions());
        }
    }

    @Test
    void aFieldThatIsGivenAndDiscardedIsNamed() {
        SourceDescriptor descriptor = descriptor(
                "eraser",
                builder -> builder.requires(T)
                        .uses(ZoneField.AXIAL_CHEMICAL_POTENTIAL, "taken as 0")
                        .discards(ZoneField.AXIAL_CHEMICAL_POTENTIAL, "spin flips make it 0")
                        .gives(FluxField.LEPTON_FLUX));
        assertEquals(Set.of("mu_5 not given: taken as 0", NOTHING_COUNTED), assumptions(descriptor, block()));
        assertEquals(
                Set.of("mu_5 given and discarded: spin flips make it 0", NOTHING_COUNTED),
                assumptions(descriptor, block().in(ZoneField.AXIAL_CHEMICAL_POTENTIAL, View.constant(1))));
    }

    @Test
    void aFieldThatOthersReplaceIsNotMissed() {
        SourceDescriptor descriptor = descriptor(
                "ohmic",
                builder -> builder.requires(T)
                        .uses(ZoneField.ELECTRIC_FIELD, "source is 0", FluxField.AXIAL_SOURCE)
                        .uses(ZoneField.MAGNETIC_DIFFUSIVITY, "")
                        .replaces(ZoneField.ELECTRIC_FIELD, ZoneField.MAGNETIC_DIFFUSIVITY)
                        .gives(FluxField.AXIAL_SOURCE));
        BlockBinding.Builder taking = block().out(FluxField.AXIAL_SOURCE, View.of(new double[2]));
        assertEquals(Set.of("electric field not given: source is 0", NOTHING_COUNTED), assumptions(descriptor, taking));
        assertEquals(Set.of(NOTHING_COUNTED), assumptions(descriptor, block()));
        BlockBinding.Builder replacing = block().out(FluxField.AXIAL_SOURCE, View.of(new double[2]))
                .in(ZoneField.MAGNETIC_DIFFUSIVITY, View.constant(1));
        assertEquals(Set.of(NOTHING_COUNTED), assumptions(descriptor, replacing));
    }

    @Test
    void onlyWhatIsWantedNeedsItsFields() {
        SourceDescriptor descriptor = descriptor(
                "spectral",
                builder -> builder.requires(T)
                        .requiresFor(FluxField.NEUTRINO_ENERGY_FLUX, ZoneField.NEUTRINO_ENERGY_DENSITY)
                        .requiresFor(FluxField.AXIAL_SOURCE, ZoneField.ELECTRIC_FIELD, MU_NU)
                        .gives(FluxField.NEUTRINO_ENERGY_FLUX, FluxField.AXIAL_SOURCE));
        assertEquals(Set.of(NOTHING_COUNTED), assumptions(descriptor, block()));
        CouplingException refused = assertThrows(
                CouplingException.class,
                () -> assumptions(descriptor, block().out(FluxField.AXIAL_SOURCE, View.of(new double[2]))));
        assertEquals(
                "source spectral needs fields that are not bound: neutrino chemical potential (or density, neutrino"
                        + " fraction and temperature; or electron chemical potential, proton chemical potential and neutron"
                        + " chemical potential) (for axial source), electric field (for axial source)",
                refused.getMessage());
        assertEquals(
                Set.of(NOTHING_COUNTED),
                assumptions(
                        descriptor,
                        block().out(FluxField.AXIAL_SOURCE, View.of(new double[2]))
                                .in(MU_NU, View.constant(1))
                                .in(ZoneField.ELECTRIC_FIELD, View.constant(0), View.constant(0), View.constant(1))));
        // The recoil that is counted wants the energy flux though the host does not ask for it.
        BlockBinding.Builder counted =
                block().in(ZoneField.SURFACE_ELEMENT, View.constant(0), View.constant(0), View.constant(1));
        refused = assertThrows(CouplingException.class, () -> assumptions(descriptor, counted));
        assertEquals(
                "source spectral needs fields that are not bound: neutrino energy density (for neutrino energy flux)",
                refused.getMessage());
    }

    @Test
    void outputsThatNoSourceGivesAreZeroByChoice() {
        double[] current = {7, 7};
        float[] rate = {7, 7};
        BlockBinding block = block().in(T, View.constant(1))
                .out(FluxField.AXIAL_SOURCE, View.of(current))
                .out(FluxField.CHIRAL_INVERSE_LENGTH, View.of(rate))
                .build();
        CouplingConfig warns = CouplingConfig.parse("{\"missing-output\": \"warn\"}");
        try (Coupling coupling = open(new Recording(Set.of(T), Set.of()), warns)) {
            coupling.advance(1, 0, 1, block);
            coupling.advance(2, 1, 1, block);
            String said = "chiral inverse length, axial source asked for and given by no source in force: set to 0";
            assertEquals(1, coupling.assumptions().stream().filter(said::equals).count(), "said once");
        }
        assertArrayEquals(new double[] {0, 0}, current);
        assertArrayEquals(new float[] {0, 0}, rate);
    }

    @Test
    void aFluxBeyondSinglePrecisionIsRefusedWithTheFix() {
        BlockBinding block = BlockBinding.of(2)
                .in(T, View.constant(10))
                .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.of(new double[] {1, 1e45}))
                .out(FluxField.NEUTRINO_FLUX, View.of(new float[6], 0, 3).components(1))
                .build();
        try (Coupling coupling = open(alongField("test"), CouplingConfig.defaults())) {
            CouplingException refused = assertThrows(CouplingException.class, () -> coupling.advance(1, 0, 1, block));
            assertEquals(
                    "neutrino_flux_z_per_cm2_s of zone 1 is " + 1e-3 * 10 * 1e45
                            + " in the host's units, beyond single precision;"
                            + " bind doubles, or give the view a larger unit factor",
                    refused.getMessage());
            assertEquals(0, coupling.recoil().steps());
        }
    }

    @Test
    void theFormOfTheRecoilFollowsFromWhatIsBound() {
        BlockBinding.Builder plain = block().in(T, View.constant(10))
                .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(1));
        assertEquals("none", form(CouplingConfig.defaults(), plain.build()));
        plain.in(ZoneField.VOLUME, View.constant(1));
        assertEquals("none", form(CouplingConfig.defaults(), plain.build()));
        CouplingConfig withRadius = CouplingConfig.parse("{\"recoil\": {\"radius-cm\": 1e6}}");
        assertEquals("volume", form(withRadius, plain.build()));
        plain.in(ZoneField.SURFACE_ELEMENT, View.constant(0), View.constant(0), View.constant(1));
        assertEquals("surface", form(withRadius, plain.build()));
        assertEquals(
                "volume",
                form(CouplingConfig.parse("{\"recoil\": {\"form\": \"volume\", \"radius-cm\": 1e6}}"), plain.build()));
        assertEquals("none", form(CouplingConfig.parse("{\"recoil\": {\"form\": \"none\"}}"), plain.build()));
    }

    @Test
    void blocksOfOneStepMustAgreeInTheFormOfTheRecoil() {
        BlockBinding.Builder builder = block().in(T, View.constant(10))
                .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(1))
                .in(ZoneField.VOLUME, View.constant(1));
        BlockBinding volume = builder.build();
        BlockBinding surface = new Zones(4, 1).bind(4);
        CouplingConfig config = CouplingConfig.parse("{\"recoil\": {\"radius-cm\": 1e6}}");
        try (Coupling coupling = open(alongField("test"), config)) {
            CouplingException refused =
                    assertThrows(CouplingException.class, () -> coupling.advance(3, 0, 1, surface, volume));
            assertEquals(
                    "this block counts recoil in volume form, another block of step 3 in surface form; bind the same fields"
                            + " in all blocks (a surface element of zero where nothing emits), or set recoil.form",
                    refused.getMessage());
            coupling.advance(4, 0, 1, volume);
            assertEquals(1, coupling.recoil().steps());
        }
    }

    @Test
    void aFormThatIsAskedForNeedsItsFields() {
        CouplingConfig config = CouplingConfig.parse("{\"recoil\": {\"form\": \"surface\"}}");
        try (Coupling coupling = open(alongField("test"), config)) {
            BlockBinding block = block().in(T, View.constant(10)).build();
            CouplingException refused = assertThrows(CouplingException.class, () -> coupling.advance(1, 0, 1, block));
            assertEquals(
                    "source test needs fields that are not bound: magnetic field, surface element (zero in zones off the"
                            + " emitting surface)",
                    refused.getMessage());
        }
    }

    private static String form(CouplingConfig config, BlockBinding block) {
        try (Coupling coupling = open(alongField("test"), config)) {
            coupling.advance(1, 0, 1, block);
            return coupling.recoilBySource().get(0).closures().getOrDefault("recoil-form", "");
        }
    }

    private static Set<String> assumptions(SourceDescriptor descriptor, BlockBinding.Builder block) {
        NeutrinoSource source = new NeutrinoSource() {
            @Override
            public SourceDescriptor describe() {
                return descriptor;
            }

            @Override
            public void evaluate(ZoneBlock zones, FluxBlock fluxes) {}
        };
        try (Coupling coupling = open(source, CouplingConfig.defaults())) {
            coupling.advance(1, 0, 1, block.in(T, View.constant(10)).build());
            return Set.copyOf(coupling.assumptions());
        }
    }

    private static BlockBinding.Builder block() {
        return BlockBinding.of(2);
    }

    private static void evaluate(NeutrinoSource source, BlockBinding.Builder block) {
        advance(source, block.build());
    }

    private static void advance(NeutrinoSource source, BlockBinding block) {
        try (Coupling coupling = open(source, CouplingConfig.defaults())) {
            coupling.advance(1, 0, 1, block);
        }
    }

    private static Coupling open(NeutrinoSource source, CouplingConfig config) {
        return Coupling.open(SourceProvider.of(source), config, CouplingOptions.defaults());
    }

    /** Remembers what it saw in the first zone. */
    private record Recording(Set<ZoneField> needs, Set<ZoneField> uses, Map<ZoneField, Double> seen)
            implements NeutrinoSource {
        Recording(Set<ZoneField> needs, Set<ZoneField> uses) {
            this(needs, uses, new EnumMap<>(ZoneField.class));
        }

        double seen(ZoneField field) {
            Double number = seen.get(field);
            return number == null ? Double.NaN : number;
        }

        @Override
        public SourceDescriptor describe() {
            return descriptor("recording", builder -> {
                builder.requires(needs.toArray(ZoneField[]::new)).gives(FluxField.LEPTON_FLUX);
                uses.forEach(field -> builder.uses(field, "not used"));
            });
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            seen.clear();
            for (ZoneField field : ZoneField.values()) {
                if (field.components() == 1 && zones.has(field)) {
                    seen.put(field, zones.column(field)[zones.first()]);
                }
            }
        }
    }
}
