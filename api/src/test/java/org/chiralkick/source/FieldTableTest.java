package org.chiralkick.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers and names that native hosts and tables rely on: once released they never change. */
class FieldTableTest {
    @Test
    void numbersAndNamesAreThoseOfTheFrozenTable() throws IOException {
        List<String> table = new ArrayList<>();
        for (ZoneField field : ZoneField.values()) {
            table.add("zone " + field.number() + " " + field + " " + names(field.components(), field::columnName));
        }
        for (FluxField field : FluxField.values()) {
            table.add("flux " + field.number() + " " + field + " " + field.combination() + " "
                    + names(field.components(), field::columnName));
        }
        for (ValidityFlag flag : ValidityFlag.values()) {
            table.add("flag " + Long.numberOfTrailingZeros(flag.bit()) + " " + flag + " " + flag.label());
        }
        // A new field or flag is a new line of frozen/fields.txt; no line that was released changes or goes.
        assertEquals(String.join("\n", frozen()), String.join("\n", table));
    }

    @Test
    void noTwoFieldsShareANumberOrAColumnName() {
        Set<Integer> numbers = new HashSet<>();
        Set<String> columns = new HashSet<>();
        for (ZoneField field : ZoneField.values()) {
            assertTrue(numbers.add(field.number()), field + " has the number of another field");
            for (int axis = 0; axis < field.components(); axis++) {
                assertTrue(columns.add(field.columnName(axis)), field.columnName(axis));
            }
        }
        for (FluxField field : FluxField.values()) {
            assertTrue(numbers.add(field.number()), field + " has the number of another field");
            for (int axis = 0; axis < field.components(); axis++) {
                assertTrue(columns.add(field.columnName(axis)), field.columnName(axis));
            }
        }
    }

    @Test
    void fieldsAreFoundByTheirNumbers() {
        for (ZoneField field : ZoneField.values()) {
            assertEquals(Optional.of(field), ZoneField.ofNumber(field.number()));
        }
        for (FluxField field : FluxField.values()) {
            assertEquals(Optional.of(field), FluxField.ofNumber(field.number()));
        }
        assertEquals(Optional.empty(), ZoneField.ofNumber(0));
        assertEquals(Optional.empty(), ZoneField.ofNumber(FluxField.LEPTON_FLUX.number()));
        assertEquals(Optional.empty(), FluxField.ofNumber(ZoneField.TEMPERATURE.number()));
    }

    @Test
    void columnNamesCarryAxisAndUnit() {
        assertEquals("temperature_mev", ZoneField.TEMPERATURE.columnName(0));
        assertEquals("mu_e_mev", ZoneField.ELECTRON_CHEMICAL_POTENTIAL.columnName(0));
        assertEquals("b_x_gauss", ZoneField.MAGNETIC_FIELD.columnName(0));
        assertEquals("vorticity_z_per_s", ZoneField.VORTICITY.columnName(2));
        assertEquals("electron_fraction", ZoneField.ELECTRON_FRACTION.columnName(0));
        assertEquals("neutrino_energy_flux_y_erg_per_cm2_s", FluxField.NEUTRINO_ENERGY_FLUX.columnName(1));
    }

    @Test
    void columnNamesOfGroupsCarryTheNumberOfTheGroup() {
        assertEquals("nu_e_number_flux_g3_z_per_cm2_s", FluxField.NU_E_GROUP_NUMBER_FLUX.columnName(2, 3));
        assertEquals("nu_x_absorption_opacity_g0_per_cm", ZoneField.NU_X_GROUP_ABSORPTION_OPACITY.columnName(0, 0));
        assertEquals("temperature_mev", ZoneField.TEMPERATURE.columnName(0, 3));
        assertEquals("neutrino_flux_x_per_cm2_s", FluxField.NEUTRINO_FLUX.columnName(0, 3));
    }

    @Test
    void anAxisThatIsNotThereIsNamedInTheMessage() {
        assertEquals(
                "b has 3 component(s); axis must be in [0, 2], is 3",
                assertThrows(IllegalArgumentException.class, () -> ZoneField.MAGNETIC_FIELD.columnName(3))
                        .getMessage());
        assertEquals(
                "temperature has 1 component(s); axis must be in [0, 0], is -1",
                assertThrows(IllegalArgumentException.class, () -> ZoneField.TEMPERATURE.columnName(-1))
                        .getMessage());
    }

    private interface Namer {
        String name(int axis);
    }

    private static String names(int components, Namer namer) {
        List<String> names = new ArrayList<>();
        for (int axis = 0; axis < components; axis++) {
            names.add(namer.name(axis));
        }
        return String.join(" ", names);
    }

    private static List<String> frozen() throws IOException {
        try (InputStream in = Objects.requireNonNull(FieldTableTest.class.getResourceAsStream("/frozen/fields.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
