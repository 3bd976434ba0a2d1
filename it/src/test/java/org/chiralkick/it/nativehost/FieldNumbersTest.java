package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of fields and flags are the SPI's in every language. */
class FieldNumbersTest {
    private static final Map<String, Long> EXPECTED = expected();

    private static Map<String, Long> expected() {
        Map<String, Long> numbers = new TreeMap<>();
        for (ZoneField field : ZoneField.values()) {
            numbers.put(field.name(), (long) field.number());
        }
        for (FluxField field : FluxField.values()) {
            numbers.put(field.name(), (long) field.number());
        }
        for (EscapedField field : EscapedField.values()) {
            numbers.put(field.name(), (long) field.number());
        }
        for (ValidityFlag flag : ValidityFlag.values()) {
            numbers.put("FLAG_" + flag.name(), flag.bit());
        }
        numbers.put("MASK", 200L);
        numbers.put("FLAGS", 201L);
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({
        "include/chiralkick.h, '(?m)^ +CK_([A-Z0-9_]+) = (-?\\d+)'",
        "fortran/chiralkick.f90, '(?m)parameter, public :: ck_([a-z0-9_]+) = (-?\\d+)$'",
        "python/chiralkick/_abi.py, '(?m)^([A-Z0-9_]+) = (-?\\d+)$'"
    })
    void everyLanguageHasTheNumbersOfTheSpi(String file, String declaration) throws IOException {
        Matcher found = Pattern.compile(declaration).matcher(Files.readString(Workshop.sources(file)));
        Map<String, Long> numbers = new TreeMap<>();
        while (found.find()) {
            numbers.put(found.group(1).toUpperCase(Locale.ROOT), Long.valueOf(found.group(2)));
        }
        EXPECTED.forEach((name, number) -> assertEquals(number, numbers.get(name), name + " in " + file));
        numbers.forEach((name, number) -> assertTrue(
                EXPECTED.containsKey(name) || !((number >= 1 && number <= 39) || number > 100) || isNoField(name),
                name + " = " + number + " in " + file + " is not in the SPI"));
    }

    private static boolean isNoField(String name) {
        return name.matches("RETRY|F64|F32|I64|U8|HEAVISIDE_LORENTZ|SPHERICAL|LOG_.*|AGREED.*|WORDS_.*|ABI_VERSION");
    }

    @Test
    void vectorsHaveThreeComponentsInC() throws IOException {
        String table = Files.readString(Workshop.sources("src/core/fields.c"));
        for (ZoneField field : ZoneField.values()) {
            assertTrue(table.contains("{CK_" + field.name() + ", " + field.components() + ", "), field.name());
        }
        for (FluxField field : FluxField.values()) {
            assertTrue(table.contains("{CK_" + field.name() + ", " + field.components() + ", "), field.name());
        }
        for (EscapedField field : EscapedField.values()) {
            assertTrue(table.contains("{CK_" + field.name() + ", " + field.components() + ", "), field.name());
        }
    }
}
