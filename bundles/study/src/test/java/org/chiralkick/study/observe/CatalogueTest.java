package org.chiralkick.study.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chiralkick.table.TableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir
    private Path folder = Path.of("");

    private Catalogue read(String text) throws IOException {
        return Catalogue.read(Files.writeString(folder.resolve("cat.csv"), text), "pulsars");
    }

    @Test
    void takesYoungSingleStarsWithFieldAndSpeed() throws IOException {
        Catalogue catalogue = read("""
                psrj,Bsurf_G,char_age_yr,vtrans_kms,binary,assoc
                good,1e12,1e5,300,0,
                old,1e12,1e7,300,0,
                binary,1e12,1e5,300,1,
                no field,nan,nan,300,0,
                no speed,1e12,1e5,,0,
                text with commas,2e12,1e6,100,0,GC:a,XRS:b
                """);
        assertEquals(List.of(new Observation(1e12, 300), new Observation(2e12, 100)), catalogue.stars());
        assertEquals("2 young single pulsars of cat.csv", catalogue.name());
    }

    @Test
    void properMotionsWithinThreeErrorsOfZeroAreLeftOut() throws IOException {
        Catalogue catalogue = read("""
                psrj,Bsurf_G,vtrans_kms,mu_mas_yr,mu_err
                measured,1e12,300,9.1,3
                a guess,2e12,300,9,3
                error unknown,3e12,300,1,nan
                """);
        assertEquals(List.of(new Observation(1e12, 300), new Observation(3e12, 300)), catalogue.stars());
    }

    @Test
    void withoutAgesAllAreTaken() throws IOException {
        Catalogue catalogue = read("name,B_dip_G,vtrans_kms\nx,1e14,100\ny,2e14,\n");
        assertEquals(List.of(new Observation(1e14, 100)), catalogue.stars());
        assertEquals("1 pulsars of cat.csv", catalogue.name());
    }

    @Test
    void aMissingColumnIsNamed() {
        TableException refusal = assertThrows(TableException.class, () -> read("name,B_dip_G\nx,1e14\n"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("transverse speed in km/s"), refusal.getMessage());
        assertThrows(TableException.class, () -> read("name,B_dip_G,vtrans_kms\nx,1e14\n"));
    }

    @Test
    void thePublishedSetsAreThere() {
        Catalogue pulsars = Catalogue.published("pulsars");
        assertEquals(9, pulsars.stars().size());
        assertEquals(9, pulsars.references().size());
        assertEquals(
                "B0531+21 (Crab): Kaplan et al. 2008 ApJ 677 1201",
                pulsars.references().get(0));
        Catalogue magnetars = Catalogue.published("magnetars");
        assertEquals(6, magnetars.stars().size());
        assertTrue(
                magnetars.stars().stream().allMatch(star -> star.fieldGauss() > 1e13), "magnetars have strong fields");
    }
}
