package org.chiralkick.quarkurca;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** Momentum of the neutrinos that quark matter with polarised electrons emits (guide/physics.md (8.2), (8.3)). */
public final class QuarkUrcaSource implements NeutrinoSource {
    static final String SOURCE_NAME = "quark-urca";

    /** Where the neutrinos go relative to the field. */
    static final Closure AXIS = new Closure(
            "axis",
            List.of(
                    Closure.choice("against-field", "along the spins of the electrons, which are opposite to B"),
                    Closure.choice("along-field", "the other way, along B")),
            "against-field");

    /** alpha_s of (8.3). */
    static final Parameter STRONG_COUPLING = new Parameter(
            "alpha-s", "1", Parameter.Range.positive(), 0.5, "coupling of the strong interaction between the quarks");

    static final Declarations DECLARED = new Declarations(List.of(AXIS), List.of(STRONG_COUPLING), List.of());

    private final SourceDescriptor descriptor;
    private final double alphaS;
    private final double sign;

    /**
     * Makes the source.
     *
     * @param properties of the component and its configuration, read by {@link Settings#of}
     * @throws IllegalArgumentException if something is chosen that is not declared; with its value and what is allowed
     */
    public QuarkUrcaSource(Map<String, Object> properties) {
        Settings inForce = DECLARED.resolve(Settings.of(properties));
        alphaS = Objects.requireNonNull(inForce.parameters().get(STRONG_COUPLING.name()));
        sign = "along-field".equals(inForce.closures().get(AXIS.kind())) ? 1 : -1;
        descriptor = SourceDescriptor.named(SOURCE_NAME)
                .version("1.0.0")
                .summary("neutrinos of the direct Urca process of quark matter, along the spins of its electrons")
                .citation(
                        "I. Sagert and J. Schaffner-Bielich, Astron. Astrophys. 489 (2008) 281 (abstract read, formulae not);"
                                + " emissivity: N. Iwamoto, Phys. Rev. Lett. 44 (1980) 1637 (not read)")
                .declares(DECLARED, inForce)
                .assumes("the quark core is transparent to its neutrinos: their momentum leaves as it is emitted")
                .requires(
                        ZoneField.TEMPERATURE,
                        ZoneField.ELECTRON_CHEMICAL_POTENTIAL,
                        ZoneField.UP_QUARK_CHEMICAL_POTENTIAL,
                        ZoneField.DOWN_QUARK_CHEMICAL_POTENTIAL,
                        ZoneField.MAGNETIC_FIELD)
                .gives(FluxField.NEUTRINO_MOMENTUM_SOURCE)
                .build();
    }

    @Override
    public SourceDescriptor describe() {
        return descriptor;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        double[] temperature = zones.column(ZoneField.TEMPERATURE);
        double[] muE = zones.column(ZoneField.ELECTRON_CHEMICAL_POTENTIAL);
        double[] muU = zones.column(ZoneField.UP_QUARK_CHEMICAL_POTENTIAL);
        double[] muD = zones.column(ZoneField.DOWN_QUARK_CHEMICAL_POTENTIAL);
        double[] bx = zones.column(ZoneField.MAGNETIC_FIELD, 0);
        double[] by = zones.column(ZoneField.MAGNETIC_FIELD, 1);
        double[] bz = zones.column(ZoneField.MAGNETIC_FIELD, 2);
        if (fluxes.wants(FluxField.NEUTRINO_MOMENTUM_SOURCE)) {
            double[] x = fluxes.column(FluxField.NEUTRINO_MOMENTUM_SOURCE, 0);
            double[] y = fluxes.column(FluxField.NEUTRINO_MOMENTUM_SOURCE, 1);
            double[] z = fluxes.column(FluxField.NEUTRINO_MOMENTUM_SOURCE, 2);
            for (int i = zones.first(); i < zones.end(); i++) {
                double gauss = Math.sqrt(bx[i] * bx[i] + by[i] * by[i] + bz[i] * bz[i]);
                double force = QuarkUrcaEmission.momentumPerVolumeAndTime(
                        alphaS, temperature[i], muE[i], muU[i], muD[i], gauss);
                // Without a field there is no axis, and no force either.
                double perGauss = gauss > 0 ? sign * force / gauss : 0 * gauss;
                x[i] += perGauss * bx[i];
                y[i] += perGauss * by[i];
                z[i] += perGauss * bz[i];
            }
        }
        long[] flags = fluxes.flags();
        for (int i = zones.first(); i < zones.end(); i++) {
            double gauss = Math.sqrt(bx[i] * bx[i] + by[i] * by[i] + bz[i] * bz[i]);
            flags[i] |=
                    QuarkUrcaEmission.onlyLowestLandauLevel(muE[i], gauss) ? ValidityFlag.LOWEST_LANDAU_LEVEL.bit() : 0;
        }
    }
}
