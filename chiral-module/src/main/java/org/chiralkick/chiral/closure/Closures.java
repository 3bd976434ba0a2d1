package org.chiralkick.chiral.closure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All closures in force in one instance of the mechanism.
 *
 * @param chirality how the electrons divide between left and right
 * @param share which part of the left-handed electron current leaves as neutrinos
 * @param momentum how much energy they carry
 * @param potentials whether each species has its own chemical potential
 * @param field how gauss become MeV^2
 * @param spectrum in which spectrum the shared current leaves, in energy groups
 * @param neutrinoTemperature T_nu of momentum rule `thermal` [MeV], {@code > 0}; 0 where each zone's temperature stands for it
 */
public record Closures(
        ChiralityClosure chirality,
        ShareClosure share,
        MomentumClosure momentum,
        PotentialsClosure potentials,
        FieldClosure field,
        SpectrumClosure spectrum,
        double neutrinoTemperature) {

    /** Checks T_nu. */
    public Closures {
        if (!(neutrinoTemperature >= 0 && neutrinoTemperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("neutrino temperature is " + neutrinoTemperature
                    + " MeV; must be > 0, or 0 for the temperature of each zone");
        }
    }

    /** Returns the closures of a host that chooses none. */
    public static Closures byDefault() {
        return new Closures(
                ChiralityClosure.WASHED_OUT,
                ShareClosure.COMPOSITION,
                MomentumClosure.ENERGY_CURRENT,
                PotentialsClosure.SEPARATE,
                FieldClosure.EB,
                SpectrumClosure.ELECTRON,
                0);
    }

    /**
     * Returns the closures of these names.
     *
     * @param labels kind to choice for every {@link ClosureKind}; other kinds belong to the host side
     * @param neutrinoTemperature T_nu of momentum rule `thermal` [MeV]; 0 where each zone's temperature stands for it
     * @throws IllegalArgumentException if a kind is missing or a choice unknown; the message lists the choices
     */
    public static Closures of(Map<String, String> labels, double neutrinoTemperature) {
        return new Closures(
                choose(ClosureKind.CHIRALITY, labels, ChiralityClosure.values()),
                choose(ClosureKind.SHARE, labels, ShareClosure.values()),
                choose(ClosureKind.MOMENTUM, labels, MomentumClosure.values()),
                choose(ClosureKind.POTENTIALS, labels, PotentialsClosure.values()),
                choose(ClosureKind.FIELD, labels, FieldClosure.values()),
                choose(ClosureKind.SPECTRUM, labels, SpectrumClosure.values()),
                neutrinoTemperature);
    }

    private static <C extends Choice> C choose(ClosureKind kind, Map<String, String> labels, C[] choices) {
        String label = labels.get(kind.label());
        if (label == null) {
            throw new IllegalArgumentException(
                    "closures." + kind.label() + " is missing; must be one of " + kind.choices());
        }
        for (C choice : choices) {
            if (choice.label().equals(label)) {
                return choice;
            }
        }
        throw new IllegalArgumentException(
                "closures." + kind.label() + " is '" + label + "'; must be one of " + kind.choices());
    }

    /** Returns the closures as results name them, kind to choice. */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (ClosureKind kind : ClosureKind.values()) {
            labels.put(kind.label(), kind.of(this).label());
        }
        return labels;
    }
}
