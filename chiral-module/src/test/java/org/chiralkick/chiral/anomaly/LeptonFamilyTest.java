package org.chiralkick.chiral.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A field content becomes a family, or is refused; its coefficients become the factors of the currents. */
class LeptonFamilyTest {
    private static final WeylSpecies RIGHT = WeylSpecies.RIGHT_ELECTRON;
    private static final WeylSpecies LEFT = WeylSpecies.LEFT_ELECTRON;
    private static final WeylSpecies NEUTRINO = WeylSpecies.NEUTRINO;

    @Test
    void theFactorsOfElectronsAreThoseOfTheSpecification() {
        assertEquals(new CurrentFactors(2, 4, -1, 2, 2, -1, 1, -1, -2, -2), CurrentFactors.ELECTRON_FAMILY);
    }

    @Test
    void theOrderOfTheSpeciesDoesNotMatter() {
        assertEquals(
                CurrentFactors.ELECTRON_FAMILY, CurrentFactors.of(new FieldContent(List.of(NEUTRINO, LEFT, RIGHT))));
    }

    @Test
    void aChargeEntersEveryFactorAsOftenAsItsCoefficientHasTheIndex() {
        FieldContent doubled = new FieldContent(List.of(
                new WeylSpecies("x_R", 1, -2, 1, -1), new WeylSpecies("x_L", -1, -2, 1, 1), WeylSpecies.NEUTRINO));
        assertEquals(new CurrentFactors(4, 4, -1, 4, 2, -1, 2, -1, -8, -8), CurrentFactors.of(doubled));
    }

    @Test
    void potentialsOfTheChargesGiveBackThoseOfTheSpeciesForAnyCharges() {
        LeptonFamily family = LeptonFamily.of(new FieldContent(List.of(
                new WeylSpecies("x_R", 1, -3, 2, -0.5),
                new WeylSpecies("x_L", -1, -3, 2, 0.5),
                new WeylSpecies("y", -1, 0, 4, 3))));
        ChemicalPotentials mu = family.potentials(230, 250, 170);
        assertEquals(230, mu.of(family.left()), 1e-12);
        assertEquals(250, mu.of(family.right()), 1e-12);
        assertEquals(170, mu.of(family.neutrino()), 1e-12);
    }

    @Test
    void otherFieldContentsAreRefusedWithTheReason() {
        refused("field content has 2 species; must be three: a charged lepton", RIGHT, LEFT);
        refused("field content has 2 charged left-handed species; must be one", RIGHT, LEFT, LEFT);
        refused("field content has 0 charged right-handed", LEFT, NEUTRINO, new WeylSpecies("nu_R", 1, 0, 1, -1));
        refused("e_R must be of the electric charge of x_L", RIGHT, new WeylSpecies("x_L", -1, -2, 1, 1), NEUTRINO);
        refused("e_R must be of the lepton number of x_L", RIGHT, new WeylSpecies("x_L", -1, -1, 3, 1), NEUTRINO);
        refused("e_R must be of the opposite axial", RIGHT, new WeylSpecies("x_L", -1, -1, 1, 2), NEUTRINO);
        refused("x_L must be of an axial lepton number", RIGHT, new WeylSpecies("x_L", -1, -1, 1, 0), NEUTRINO);
        refused("y must be of a lepton number", RIGHT, LEFT, new WeylSpecies("y", -1, 0, 0, 1));
        refused("y must be of an axial lepton number", RIGHT, LEFT, new WeylSpecies("y", -1, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new LeptonFamily(LEFT, RIGHT, NEUTRINO));
        assertThrows(IllegalArgumentException.class, () -> new LeptonFamily(RIGHT, LEFT, LEFT));
    }

    private static void refused(String beginning, WeylSpecies... species) {
        FieldContent content = new FieldContent(List.of(species));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> CurrentFactors.of(content));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith(beginning), message);
    }
}
