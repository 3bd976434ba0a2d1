package org.chiralkick.star.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.table.CsvTable;
import org.chiralkick.table.TableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFileTest {
    private static final String STAR = """
            # model, time
            r_cm,rho_gcc,T_MeV,Ye,Ynu_e_net,mu_e_MeV,mu_nue_MeV,mu_p_MeV,mu_n_MeV,remark
            1e6,4e13,10,0.2,0.05,100,80,nan,nan,core
            2e6,2e13,20,0.3,0.03,nan,nan,nan,nan,derived from fractions
            4e6,5e11,nan,0.1,nan,20,nan,-10,8,derived from nucleons
            5e6,1e11,4,0.1,0.01,12,1,nan,nan,surface
            """;

    private static StarProfile star(String text) throws IOException {
        return ProfileFile.of(CsvTable.read(new StringReader(text), "star.csv", column -> !column.equals("remark")));
    }

    @Test
    void interpolatesEachColumnLinearlyInRadius() throws IOException {
        RadialState state = star(STAR).at(1.25e6);
        assertEquals(3.5e13, state.densityGPerCm3(), 1e-15 * 3.5e13);
        assertEquals(12.5, state.temperatureMev(), 1e-14);
        assertEquals(0.225, state.electronFraction(), 1e-15);
        assertEquals(0.045, state.neutrinoFraction(), 1e-15);
        double derived = LeptonPotentials.electron(2e13, 0.3, 20);
        assertEquals(100 + 0.25 * (derived - 100), state.muElectronMev(), 1e-12);
        double derivedNeutrino = LeptonPotentials.neutrino(2e13, 0.03, 20);
        assertEquals(80 + 0.25 * (derivedNeutrino - 80), state.muNeutrinoMev(), 1e-12);
        assertEquals(
                Math.abs(state.muNeutrinoMev() / ((derivedNeutrino - 80) / 1e6)),
                state.neutrinoGradientLengthCm(),
                1e-9 * state.neutrinoGradientLengthCm());
    }

    @Test
    void givesRowsExactly() throws IOException {
        RadialState state = star(STAR).at(5e6);
        assertEquals(12, state.muElectronMev());
        assertEquals(1, state.muNeutrinoMev());
        assertEquals(4, state.temperatureMev());
    }

    @Test
    void usesTheNucleonPotentialsWhereThereIsNoNeutrinoFraction() throws IOException {
        assertEquals(20 - 10 - 8, star(STAR).at(4e6).muNeutrinoMev(), 1e-14);
    }

    @Test
    void interpolatesAcrossRowsThatLackAValue() throws IOException {
        assertEquals(20 + (4e6 - 2e6) / 3e6 * (4 - 20), star(STAR).at(4e6).temperatureMev(), 1e-14);
    }

    @Test
    void findsTheOutermostRadiusOfADensity() throws IOException {
        StarProfile star = star(STAR);
        assertEquals(4e6, star.outermostRadiusOfDensity(5e11));
        assertEquals(1.5e6, star.outermostRadiusOfDensity(3e13), 1e-9);
        StarProfile inverted = star("r_cm,rho_gcc,T_MeV\n1,10,1\n2,30,1\n3,20,1\n4,5,1\n");
        assertEquals(3 + 5.0 / 15, inverted.outermostRadiusOfDensity(15), 1e-15);
    }

    @Test
    void knowsWhereNeutrinosHaveDecoupled() throws IOException {
        assertFalse(star(STAR).at(2e6).neutrinosDecoupled());
        assertTrue(star(STAR).at(5e6).neutrinosDecoupled());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'r_km,T_MeV\n1,1\n' | 'star.csv has no column r_cm (did you mean r_km?); its columns are r_km, T_MeV'",
                "'r_cm,rho_gcc\n1,1\n2,1\n' | 'star.csv has no column T_MeV; its columns are r_cm, rho_gcc'",
                "'r_cm,T_MeV\n1,1\n'      | star.csv has one row; a profile needs at least two radii",
                "'r_cm,T_MeV\n1,1\nx,1\n' | 'star.csv line 3, column r_cm: ''x'' is not a number'",
                "'r_cm,T_MeV\n1,1\nnan,1\n' | 'star.csv line 3, column r_cm: radius is NaN; must be finite and >= 0 cm'",
                "'r_cm,T_MeV\n-1,1\n2,1\n' | 'star.csv line 2, column r_cm: radius is -1.00000; must be finite and >= 0 cm'",
                "'r_cm,T_MeV\n2,1\n1,1\n' | 'star.csv line 3, column r_cm: radius is 1.00000; must be larger than in the row before'",
                "'r_cm,T_MeV\n1,1\n2,-3\n' | 'star.csv line 3, column T_MeV: temperature is -3.00000; must be >= 0 MeV'",
                "'r_cm,T_MeV,rho_gcc\n1,1,0\n2,1,1\n' | 'star.csv line 2, column rho_gcc: density is 0.00000; must be > 0 g/cm^3'",
                "'r_cm,T_MeV,Ye\n1,1,0.1\n2,1,1.2\n' | 'star.csv line 3, column Ye: electron fraction is 1.20000; must be in [0, 1]'",
            })
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertEquals(
                message, assertThrows(TableException.class, () -> star(text)).getMessage());
    }

    @Test
    void saysWhatAProfileCoversWhenASurfaceIsOutside() throws IOException {
        StarProfile star = star(STAR);
        assertEquals(
                "radius 9.00000e+06 cm is outside profile star.csv, which covers 1.00000e+06 to 5.00000e+06 cm",
                message(() -> star.at(9e6)));
        assertEquals(
                "density 1.00000e+15 g/cm^3 does not occur in profile star.csv, which covers 1.00000e+11 to 4.00000e+13 g/cm^3",
                message(() -> star.outermostRadiusOfDensity(1e15)));
        StarProfile bare = star("r_cm,T_MeV\n1,1\n2,1\n");
        assertEquals(
                "profile star.csv has no density (column rho_gcc); choose the surface by radius",
                message(() -> bare.outermostRadiusOfDensity(1e12)));
        assertEquals(
                "profile star.csv gives no mu_e at radius 1.00000 cm; it needs mu_e_MeV, or rho_gcc, Ye and T_MeV",
                message(() -> bare.at(1)));
    }

    private static String message(Runnable run) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, run::run).getMessage());
    }
}
