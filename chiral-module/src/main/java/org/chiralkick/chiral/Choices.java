package org.chiralkick.chiral;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.chiralkick.chiral.closure.ChiralityClosure;
import org.chiralkick.chiral.closure.ClosureKind;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.FieldClosure;
import org.chiralkick.chiral.closure.MomentumClosure;
import org.chiralkick.chiral.closure.PotentialsClosure;
import org.chiralkick.chiral.closure.ShareClosure;
import org.chiralkick.chiral.closure.SpectrumClosure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Preset;

/** All that one can choose of the mechanism: the one place that the descriptor, the settings and the metatype read. */
final class Choices {
    /** T_nu of momentum rule `thermal`. */
    static final Parameter NEUTRINO_TEMPERATURE = new Parameter(
            "neutrino-temperature-mev",
            "MeV",
            Parameter.Range.positive(),
            Double.NaN,
            "T of the escaping neutrinos where momentum is thermal; where not given, that of each zone");

    /** The preset of a host that names none. */
    static final Preset CONSISTENT = new Preset(
            "consistent",
            "the defaults: consistent units, composition share, energy current",
            Closures.byDefault().labels());

    /** The literal estimate of Kaminski et al. 2016, its field conversion and single chemical potential included. */
    static final Preset KUBS_2016 = new Preset(
            "kubs-2016",
            "the paper to the letter, in its units",
            new Closures(
                            ChiralityClosure.GIVEN,
                            ShareClosure.ALL_LEFT_HANDED,
                            MomentumClosure.CHEMICAL_POTENTIAL,
                            PotentialsClosure.SINGLE,
                            FieldClosure.KUBS_2016,
                            SpectrumClosure.ELECTRON,
                            0)
                    .labels());

    /** As consistent with no neutrino share in the magnetic current: what equilibrium allows. */
    static final Preset EQUILIBRIUM = new Preset(
            "equilibrium",
            "neutral neutrinos carry no magnetic current",
            new Closures(
                            ChiralityClosure.WASHED_OUT,
                            ShareClosure.EQUILIBRIUM,
                            MomentumClosure.ENERGY_CURRENT,
                            PotentialsClosure.SEPARATE,
                            FieldClosure.EB,
                            SpectrumClosure.ELECTRON,
                            0)
                    .labels());

    /** What the descriptor declares. */
    static final Declarations DECLARED = new Declarations(
            Arrays.stream(ClosureKind.values())
                    .map(kind -> kind.declaration(
                            Objects.requireNonNull(CONSISTENT.closures().get(kind.label()))))
                    .toList(),
            List.of(NEUTRINO_TEMPERATURE),
            List.of(KUBS_2016, CONSISTENT, EQUILIBRIUM));

    private Choices() {}
}
