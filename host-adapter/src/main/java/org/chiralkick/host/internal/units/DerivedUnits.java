package org.chiralkick.host.internal.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.chiralkick.host.internal.units.Dimension.Mechanical;
import org.chiralkick.host.internal.units.Dimension.Particles;
import org.chiralkick.host.value.Units;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** What the units that a host gives make of the others, for its log: a wrong unit is seen there before it is seen in a kick. */
public final class DerivedUnits {
    private DerivedUnits() {}

    /** Returns a line per unit of the host, given or derived: {@code "host's unit of density is 6.17714e+17 g/cm^3"}. */
    public static List<String> lines(Units units) {
        return List.of(
                line("mass", units.massG(), "g"),
                line("length", units.lengthCm(), "cm"),
                line("time", units.timeS(), "s"),
                line("temperature", units.temperatureMev(), "MeV"),
                line("chemical potential", units.potentialMev(), "MeV"),
                line("count", units.count(), "particles"),
                line("magnetic field", Dimension.of(ZoneField.MAGNETIC_FIELD), units, "G"),
                line("electric field", Dimension.of(ZoneField.ELECTRIC_FIELD), units, "statvolt/cm"),
                line("curl B", Dimension.of(ZoneField.MAGNETIC_FIELD_CURL), units, "G/cm"),
                line("chiral current", Dimension.of(FluxField.CHIRAL_CURRENT), units, "esu/(cm^2 s)"),
                line("velocity", Dimension.of(ZoneField.VELOCITY), units, "cm/s"),
                line("rates", Dimension.of(ZoneField.VORTICITY), units, "1/s"),
                line("opacity", Dimension.of(ZoneField.ABSORPTION_OPACITY), units, "1/cm"),
                line("magnetic diffusivity", Dimension.of(ZoneField.MAGNETIC_DIFFUSIVITY), units, "cm^2/s"),
                line("density", Dimension.of(ZoneField.DENSITY), units, "g/cm^3"),
                line("number density", new Particles(-3, 0), units, "1/cm^3"),
                line("number flux", Dimension.of(FluxField.NEUTRINO_FLUX), units, "1/(cm^2 s)"),
                line("axial source", Dimension.of(FluxField.AXIAL_SOURCE), units, "1/(cm^3 s)"),
                line("energy density", Dimension.of(ZoneField.NEUTRINO_ENERGY_DENSITY), units, "erg/cm^3"),
                line("energy flux", Dimension.of(FluxField.NEUTRINO_ENERGY_FLUX), units, "erg/(cm^2 s)"),
                line("momentum source", Dimension.of(FluxField.NEUTRINO_MOMENTUM_SOURCE), units, "dyn/cm^3"),
                line("energy", new Mechanical(1, 2, -2), units, "erg"));
    }

    private static String line(String what, Dimension dimension, Units units, String unit) {
        return line(what, dimension.inSpiUnits(units), unit);
    }

    private static String line(String what, double factor, String unit) {
        return "host's unit of " + what + " is " + shown(factor) + " " + unit;
    }

    // Six digits, and no zeros behind them; beyond the range of a double it is said as such.
    private static String shown(double factor) {
        if (!Double.isFinite(factor) || factor == 0) {
            return factor == 0 ? "0 (below the smallest number)" : "infinite (beyond the largest number)";
        }
        double rounded = new BigDecimal(factor).round(new MathContext(6)).doubleValue();
        String text = Double.toString(rounded).toLowerCase(Locale.ROOT);
        return text.replace(".0e", "e").replaceAll("\\.0$", "");
    }
}
