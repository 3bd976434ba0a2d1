package org.chiralkick.host.internal.derivation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chiralkick.source.ZoneField;

/** How a field that the host does not carry follows from others. */
public enum Derivation {
    /** mu_e of the free electron gas, from density, electron fraction and temperature. */
    ELECTRON_FROM_FRACTION(
            ZoneField.ELECTRON_CHEMICAL_POTENTIAL,
            ZoneField.DENSITY,
            ZoneField.ELECTRON_FRACTION,
            ZoneField.TEMPERATURE),
    /** mu_nu of the free neutrino gas, from density, net neutrino fraction and temperature. */
    NEUTRINO_FROM_FRACTION(
            ZoneField.NEUTRINO_CHEMICAL_POTENTIAL,
            ZoneField.DENSITY,
            ZoneField.NEUTRINO_FRACTION,
            ZoneField.TEMPERATURE),
    /** mu_nu = mu_e + mu_p - mu_n of beta equilibrium. */
    NEUTRINO_FROM_EQUILIBRIUM(
            ZoneField.NEUTRINO_CHEMICAL_POTENTIAL,
            ZoneField.ELECTRON_CHEMICAL_POTENTIAL,
            ZoneField.PROTON_CHEMICAL_POTENTIAL,
            ZoneField.NEUTRON_CHEMICAL_POTENTIAL),
    /** Mean free path of the host's own opacities of electron neutrinos. */
    MEAN_FREE_PATH_FROM_OPACITIES(ZoneField.MEAN_FREE_PATH, ZoneField.SCATTERING_OPACITY, ZoneField.ABSORPTION_OPACITY),
    /** The same where the host gives that of absorption alone. */
    MEAN_FREE_PATH_FROM_ABSORPTION(
            "scattering opacity not given: mean free path of absorption alone",
            ZoneField.MEAN_FREE_PATH,
            ZoneField.ABSORPTION_OPACITY),
    /** The same where the host gives that of scattering alone. */
    MEAN_FREE_PATH_FROM_SCATTERING(
            "absorption opacity not given: mean free path of scattering alone",
            ZoneField.MEAN_FREE_PATH,
            ZoneField.SCATTERING_OPACITY),
    /** Mean free path of the gas's typical neutrino on free nucleons; only asked for where a gradient length goes with it. */
    MEAN_FREE_PATH_FROM_MATTER(
            ZoneField.MEAN_FREE_PATH,
            ZoneField.DENSITY,
            ZoneField.ELECTRON_FRACTION,
            ZoneField.TEMPERATURE,
            ZoneField.ELECTRON_CHEMICAL_POTENTIAL,
            ZoneField.NEUTRINO_CHEMICAL_POTENTIAL,
            ZoneField.GRADIENT_LENGTH);

    private static final List<Derivation> ALL = List.of(values());

    /** A word in the result; empty where the field follows without a reservation. */
    public final String assumption;

    public final ZoneField field;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    public final List<ZoneField> from;

    /** The fields whose numbers it takes: a bit each, by their ordinals. */
    public final long computedFrom;

    Derivation(ZoneField field, ZoneField... from) {
        this("", field, from);
    }

    Derivation(String assumption, ZoneField field, ZoneField... from) {
        this.assumption = assumption;
        this.field = field;
        this.from = List.of(from);
        long fields = 0;
        for (ZoneField input : from) {
            fields |=
                    input == ZoneField.GRADIENT_LENGTH ? 0 : 1L << input.ordinal(); // which only says that it is wanted
        }
        this.computedFrom = fields;
    }

    /** Returns the best way to get a field from those that are bound, or empty if there is none. */
    public static Optional<Derivation> of(ZoneField field, Set<ZoneField> bound) {
        return ALL.stream()
                .filter(way -> way.field == field)
                .filter(way -> way.from.stream()
                        .allMatch(input -> bound.contains(input)
                                || (input != field && of(input, bound).isPresent())))
                .findFirst();
    }

    /** Returns the ways to get a field, best first. */
    public static List<Derivation> waysTo(ZoneField field) {
        return ALL.stream().filter(way -> way.field == field).toList();
    }
}
