package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhysicalConstantsTest {
    private static final JsonObject GOLDEN = Golden.read("coefficients").getJsonObject("constants");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hbar_MeV_s, " + PhysicalConstants.HBAR_MEV_S,
        "hbarc_MeV_cm, " + PhysicalConstants.HBAR_C_MEV_CM,
        "eB_MeV2_per_gauss, " + PhysicalConstants.EB_MEV2_PER_GAUSS,
        "B_paper_MeV2_per_gauss, " + PhysicalConstants.KUBS_FIELD_MEV2_PER_GAUSS,
        "MeV_to_erg, " + PhysicalConstants.ERG_PER_MEV,
        "MeV3_to_cm-2_s-1, " + PhysicalConstants.NUMBER_FLUX_PER_MEV3,
        "MeV4_to_erg_cm-2_s-1, " + PhysicalConstants.ENERGY_FLUX_PER_MEV4,
        "MeV4_to_dyn_cm-2, " + PhysicalConstants.MOMENTUM_FLUX_PER_MEV4,
        "MeV3_to_fm-3, " + PhysicalConstants.PER_FM3_PER_MEV3,
        "MeV3_to_cm-3, " + PhysicalConstants.PER_CM3_PER_MEV3,
        "MeV_per_c_to_g_cm_s-1, " + PhysicalConstants.G_CM_PER_S_PER_MEV
    })
    void constantsAreTheGoldenOnesToOneUlp(String name, double value) {
        BigDecimal error =
                Golden.exact(GOLDEN, name).subtract(new BigDecimal(value)).abs();
        assertEquals(-1, error.compareTo(new BigDecimal(Math.ulp(value))), () -> name + " is off by " + error);
    }

    @Test
    void conversionsAreConsistentWithEachOther() {
        double hbar = PhysicalConstants.HBAR_MEV_S;
        double c = PhysicalConstants.C_CM_PER_S;
        double erg = PhysicalConstants.ERG_PER_MEV;
        assertRelative(PhysicalConstants.HBAR_C_MEV_CM, hbar * c);
        assertRelative(PhysicalConstants.PER_CM3_PER_MEV3, Math.pow(PhysicalConstants.HBAR_C_MEV_CM, -3));
        assertRelative(PhysicalConstants.NUMBER_FLUX_PER_MEV3, PhysicalConstants.PER_CM3_PER_MEV3 * c);
        assertRelative(PhysicalConstants.ENERGY_FLUX_PER_MEV4, PhysicalConstants.NUMBER_FLUX_PER_MEV3 * erg);
        assertRelative(PhysicalConstants.MOMENTUM_FLUX_PER_MEV4, PhysicalConstants.ENERGY_FLUX_PER_MEV4 / c);
        assertRelative(PhysicalConstants.G_CM_PER_S_PER_MEV, erg / c);
    }

    @Test
    void theElementaryChargeFollowsFromTheFineStructureConstant() {
        double hbarErg = PhysicalConstants.HBAR_MEV_S * PhysicalConstants.ERG_PER_MEV;
        double squared = PhysicalConstants.FINE_STRUCTURE * hbarErg * PhysicalConstants.C_CM_PER_S;
        assertEquals(PhysicalConstants.ELEMENTARY_CHARGE_ESU, Math.sqrt(squared), 1e-9 * Math.sqrt(squared));
        // eB of one gauss: e hbar c^2 in SI is e(esu) hbar c in Gaussian units
        double gauss = PhysicalConstants.ELEMENTARY_CHARGE_ESU
                * hbarErg
                * PhysicalConstants.C_CM_PER_S
                / (PhysicalConstants.ERG_PER_MEV * PhysicalConstants.ERG_PER_MEV);
        assertEquals(PhysicalConstants.EB_MEV2_PER_GAUSS, gauss, 1e-9 * gauss);
    }

    @Test
    void theAtomicMassUnitIsTheOneOfTheTables() {
        assertEquals(1.66053907e-24, PhysicalConstants.ATOMIC_MASS_G, 1e-6 * 1.66053907e-24);
    }

    private static void assertRelative(double expected, double actual) {
        assertEquals(expected, actual, 2e-15 * expected);
    }
}
