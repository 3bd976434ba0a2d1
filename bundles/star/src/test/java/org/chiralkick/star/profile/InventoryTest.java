package org.chiralkick.star.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryTest {
    private static ProfileRow row(double radiusKm) {
        return new ProfileRow(radiusKm * 1e5, 1e14, 10, 0.3, 0.05, Double.NaN, 100, Double.NaN);
    }

    @Test
    void aUniformStarHoldsItsVolumeTimesItsDensities() {
        StarProfile star = new StarProfile("uniform", List.of(), List.of(row(2), row(7), row(12)));
        Inventory inside = Inventory.inside(star, 1e6);
        double volume = 4 * Math.PI / 3 * 1e18;
        assertEquals(1e14 * volume, inside.baryonMassG(), 1e-12 * 1e14 * volume);
        // 931.494 MeV/c^2 per baryon: 1.66054e-24 g.
        double baryons = 1e14 * volume / 1.66054e-24;
        assertEquals(0.3 * baryons, inside.electrons(), 1e-5 * baryons);
        assertEquals(0.05 * baryons, inside.neutrinos(), 1e-5 * baryons);
        // mu^4/8 pi^2 + mu^2 T^2/4 + 7 pi^2 T^4/120 at 100 and 10 MeV: 1.52227e6 MeV^4; 1 MeV^4 = 2.08522e26 erg/cm^3.
        double density = (1e8 / (8 * Math.PI * Math.PI) + 1e6 / 4 + 7 * Math.PI * Math.PI * 1e4 / 120) * 2.08522e26;
        assertEquals(density * volume, inside.neutrinoEnergyErg(), 1e-5 * density * volume);
    }

    /** Liebendoerfer et al. 2005: 1.3 solar masses, in the proper volume of general relativity, which is a tenth larger. */
    @Test
    void theBuiltInStarWeighsWhatTheSimulatedOneDoes() {
        double mass = Inventory.inside(BuiltInStar.profile(), 4.5e6).baryonMassG() / 1.98841e33;
        assertTrue(mass > 1.1 && mass < 1.3, mass + " solar masses");
    }

    @Test
    void whatTheProfileDoesNotSayIsNotMadeUp() {
        ProfileRow potentialsOnly = new ProfileRow(1e5, Double.NaN, 10, Double.NaN, Double.NaN, 200, 100, Double.NaN);
        ProfileRow outer = new ProfileRow(2e6, Double.NaN, 10, Double.NaN, Double.NaN, 200, 100, Double.NaN);
        Inventory inside = Inventory.inside(new StarProfile("thin", List.of(), List.of(potentialsOnly, outer)), 1e6);
        assertTrue(Double.isNaN(inside.electrons()));
        assertTrue(inside.neutrinoEnergyErg() > 0);
    }
}
