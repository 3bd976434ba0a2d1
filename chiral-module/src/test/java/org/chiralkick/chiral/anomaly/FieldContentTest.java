package org.chiralkick.chiral.anomaly;

import static org.chiralkick.chiral.anomaly.Charge.AXIAL;
import static org.chiralkick.chiral.anomaly.Charge.ELECTRIC;
import static org.chiralkick.chiral.anomaly.Charge.LEPTON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.chiral.support.Golden;
import org.junit.jupiter.api.Test;

/** Anomaly coefficients against the golden file, and for field contents that are not built in. */
class FieldContentTest {
    private static final FieldContent ELECTRONS = FieldContent.ELECTRON_FAMILY;

    private final JsonObject golden = Golden.read("coefficients.json");

    @Test
    void chiralAnomalyOfTheElectronFamilyIsTheGoldenOne() {
        JsonObject values = golden.getJsonObject("C_abc").getJsonObject("values");
        assertEquals(10, values.size());
        for (String key : values.keySet()) {
            String[] names = key.split(",", -1);
            Charge a = charge(names[0]);
            Charge b = charge(names[1]);
            Charge c = charge(names[2]);
            JsonObject expected = values.getJsonObject(key);
            assertEquals(expected.getInt("times_4pi2"), ELECTRONS.chiralTrace(a, b, c), key);
            double value = Golden.number(expected, "value");
            assertEquals(value, ELECTRONS.chiralAnomaly(a, b, c), Math.ulp(value), key);
        }
    }

    @Test
    void gravitationalAnomalyOfTheElectronFamilyIsTheGoldenOne() {
        JsonObject values = golden.getJsonObject("beta_a").getJsonObject("values");
        assertEquals(3, values.size());
        for (String key : values.keySet()) {
            Charge a = charge(key);
            JsonObject expected = values.getJsonObject(key);
            assertEquals(expected.getInt("times_24"), 0 - ELECTRONS.gravitationalTrace(a), key);
            assertEquals(Golden.number(expected, "value"), 0 + ELECTRONS.gravitationalAnomaly(a), key);
        }
    }

    @Test
    void theSpeciesAreTheGoldenOnes() {
        JsonObject species = golden.getJsonObject("species");
        Map<String, WeylSpecies> ours =
                Map.of("eR", WeylSpecies.RIGHT_ELECTRON, "eL", WeylSpecies.LEFT_ELECTRON, "nu", WeylSpecies.NEUTRINO);
        assertEquals(ours.keySet(), species.keySet());
        for (Map.Entry<String, WeylSpecies> entry : ours.entrySet()) {
            JsonObject expected = species.getJsonObject(entry.getKey());
            assertEquals(expected.getInt("chi"), entry.getValue().chirality());
            assertEquals(expected.getInt("Q_em"), entry.getValue().charge());
            assertEquals(expected.getInt("l"), entry.getValue().leptonNumber());
            assertEquals(expected.getInt("l5"), entry.getValue().axialLeptonNumber());
        }
    }

    @Test
    void chiralAnomalyIsTotallySymmetric() {
        FieldContent content = new FieldContent(List.of(
                WeylSpecies.NEUTRINO,
                new WeylSpecies("x", 1, 2.0 / 3, 0.25, -3),
                new WeylSpecies("y", -1, -1.0 / 3, 5, 0.5)));
        for (Charge a : Charge.values()) {
            for (Charge b : Charge.values()) {
                for (Charge c : Charge.values()) {
                    double abc = content.chiralAnomaly(a, b, c);
                    double tolerance = 1e-14;
                    assertEquals(abc, content.chiralAnomaly(b, a, c), tolerance);
                    assertEquals(abc, content.chiralAnomaly(a, c, b), tolerance);
                    assertEquals(abc, content.chiralAnomaly(c, b, a), tolerance);
                }
            }
        }
    }

    @Test
    void aMuonFamilyDoublesEveryCoefficient() {
        List<WeylSpecies> both = new ArrayList<>(ELECTRONS.species());
        both.add(new WeylSpecies("mu_R", 1, -1, 1, -1));
        both.add(new WeylSpecies("mu_L", -1, -1, 1, 1));
        both.add(new WeylSpecies("nu_muL", -1, 0, 1, 1));
        FieldContent twoFamilies = new FieldContent(both);
        for (Charge a : Charge.values()) {
            assertEquals(2 * ELECTRONS.gravitationalAnomaly(a), twoFamilies.gravitationalAnomaly(a));
            for (Charge b : Charge.values()) {
                for (Charge c : Charge.values()) {
                    assertEquals(2 * ELECTRONS.chiralAnomaly(a, b, c), twoFamilies.chiralAnomaly(a, b, c));
                }
            }
        }
    }

    @Test
    void aRightHandedNeutrinoMakesLeptonNumberFreeOfAnomalies() {
        List<WeylSpecies> species = new ArrayList<>(ELECTRONS.species());
        species.add(new WeylSpecies("nu_R", 1, 0, 1, -1));
        FieldContent content = new FieldContent(species);
        assertEquals(0, content.chiralTrace(LEPTON, LEPTON, LEPTON));
        assertEquals(0, content.chiralTrace(LEPTON, AXIAL, AXIAL));
        assertEquals(0, content.gravitationalTrace(LEPTON));
        assertEquals(-4, content.chiralTrace(AXIAL, AXIAL, AXIAL));
    }

    @Test
    void aSpeciesWithoutChiralityIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new WeylSpecies("e", 0, -1, 1, 0));
        assertEquals("chirality of e is 0; must be +1 (right-handed) or -1 (left-handed)", refusal.getMessage());
    }

    private static Charge charge(String goldenName) {
        return switch (goldenName) {
            case "em" -> ELECTRIC;
            case "l" -> LEPTON;
            case "l5" -> AXIAL;
            default -> throw new AssertionError(goldenName);
        };
    }
}
