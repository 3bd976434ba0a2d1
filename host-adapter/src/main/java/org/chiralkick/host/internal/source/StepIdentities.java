package org.chiralkick.host.internal.source;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chiralkick.host.internal.audit.StepIdentity;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.StepRules;
import org.chiralkick.host.value.Units;
import org.chiralkick.source.EnergyGroups;
import org.jspecify.annotations.Nullable;

/** What the steps of a coupling are made with. Made once for each set of sources; the two asked for last are kept. */
public final class StepIdentities {
    private final List<String> coupling;
    private @Nullable SourceSet set;
    private @Nullable StepIdentity identity;
    private @Nullable SourceSet otherSet;
    private @Nullable StepIdentity otherIdentity;

    /**
     * Makes the identities of a coupling.
     *
     * @param withoutSource what it does without its source
     * @param waitS how long a step may wait for it [s]
     */
    public StepIdentities(RecoilSettings recoil, StepRules rules, Enum<?> withoutSource, double waitS, Units units) {
        this.coupling = List.of(
                "recoil.geometry="
                        + (recoil.form() == RecoilForm.TRANSPORT
                                ? "none"
                                : recoil.geometry().label()),
                "recoil.form=" + recoil.form().label(),
                "recoil.radius-cm=" + recoil.radiusCm(),
                "recoil.time=" + word(recoil.time()),
                "recoil.thermal-budget-erg=" + recoil.thermalBudgetErg(),
                "units.mass-g=" + units.massG(),
                "units.length-cm=" + units.lengthCm(),
                "units.time-s=" + units.timeS(),
                "units.temperature-mev=" + units.temperatureMev(),
                "units.potential-mev=" + units.potentialMev(),
                "units.field=" + word(units.field()),
                "units.field-gauss=" + units.fieldGauss(),
                "units.count=" + units.count(),
                "without-source=" + word(withoutSource),
                "wait-s=" + waitS,
                "weights=" + word(rules.weights()),
                "step-numbers=" + word(rules.stepNumbers()),
                "missing-output=" + word(rules.missingOutput()));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the identity of a step with these sources; the same object as long as they are the same. */
    @SuppressWarnings("ReferenceEquality") // a set of sources is one object as long as nothing changes
    public StepIdentity of(SourceSet sources, EnergyGroups groups) {
        StepIdentity known = sources == set ? identity : sources == otherSet ? otherIdentity : null;
        if (known != null) {
            return known;
        }
        List<String> lines = groups.count() == 0
                ? coupling
                : Stream.concat(coupling.stream(), Stream.of("groups=" + groups))
                        .toList();
        StepIdentity made = StepIdentity.of(sources.descriptors(), sources.builds(), lines);
        otherSet = set;
        otherIdentity = identity;
        set = sources;
        identity = made;
        return made;
    }
}
