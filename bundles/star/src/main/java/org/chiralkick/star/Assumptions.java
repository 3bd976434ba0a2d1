package org.chiralkick.star;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;

/** What the model of the star takes for granted, for the reader of a result. */
final class Assumptions {
    /** Where a mechanism asks for the energy density of neutrinos. */
    static final String NEUTRINO_ENERGY =
            "energy densities of neutrinos depart from equilibrium by -div F/(c chi_a), to first order,"
                    + " with F the star's own diffusive flux and grey chi_a, and nowhere by more than their own density";

    private Assumptions() {}

    /** Returns whether one of these mechanisms reads the energy density of neutrinos. */
    static boolean readsNeutrinoEnergy(List<SourceDescriptor> sources) {
        return sources.stream()
                .anyMatch(source -> source.required(source.gives()).contains(ZoneField.NEUTRINO_ENERGY_DENSITY)
                        || source.optional().containsKey(ZoneField.NEUTRINO_ENERGY_DENSITY));
    }

    /** Returns one sentence each. */
    static List<String> of(CoolingConfig config) {
        List<String> all = new ArrayList<>();
        all.add("the star is spherical; matter accretes no more and does not convect");
        all.add("neutrinos are in thermal and beta equilibrium with matter and diffuse, flux-limited");
        all.add("matter is homogeneous: nucleons in a mean field, electrons, photons, neutrinos; no nuclei, no muons");
        all.add(
                switch (config.star().structure()) {
                    case FIXED_DENSITY -> "densities stay as they are: contraction gives no heat";
                    case NEWTONIAN -> "gravity is Newton's";
                    case RELATIVISTIC ->
                        "gravity is Newton's times the relativistic factor of the initial star, frozen in each mass "
                                + "shell; the lapse acts only where neutrinos escape";
                });
        all.add("the field is frozen into spherical shells; rotation is rigid and does not change the structure");
        all.add("the state given to the mechanism is that of the beginning of each step");
        return all;
    }
}
