package org.chiralkick.host.internal.audit;

import java.util.Locale;
import org.chiralkick.source.ZoneField;

/** What is likely meant by a number that is too large for a star. */
final class LikelyUnit {
    private static final double KELVIN_PER_MEV = 1.160451812155008e10;

    /** Temperatures in kelvin are above it, others in eV below. */
    private static final double LEAST_KELVIN = 1e9;

    private LikelyUnit() {}

    /** Returns words such as {@code "kelvin? (13.7 MeV)"}; empty where nothing comes to mind. */
    static String of(ZoneField field, double value) {
        double size = Math.abs(value);
        return switch (field) {
            case TEMPERATURE, ELECTRON_CHEMICAL_POTENTIAL, NEUTRINO_CHEMICAL_POTENTIAL ->
                size >= LEAST_KELVIN
                        ? "kelvin? (" + number(value / KELVIN_PER_MEV) + " MeV)"
                        : size > 1e6
                                ? "eV? (" + number(value / 1e6) + " MeV)"
                                : "keV? (" + number(value / 1e3) + " MeV)";
            case DENSITY -> size < 1e19 ? "kg/m^3? (" + number(value / 1e3) + " g/cm^3)" : "";
            case NEUTRINO_FRACTION -> "a density of neutrinos, or per cent?";
            case MAGNETIC_FIELD -> "not in gauss?";
            default -> "";
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
