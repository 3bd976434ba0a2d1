package org.chiralkick.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a source is, what can be chosen of it, what it needs and what it gives; immutable. It labels every result, so that each
 * number names its source, version, preset, closures and parameters.
 *
 * <p>{@link #declared} is all that one can choose, and the same for every instance; {@link #preset}, {@link #closures} and
 * {@link #parameters} are what is in force in this one.
 */
public final class SourceDescriptor {
    private final String name;
    private final String version;
    private final String summary;
    private final String citation;
    private final Declarations declared;
    private final Settings inForce;
    private final List<String> assumptions;
    private final Set<ZoneField> required;
    private final Map<FluxField, Set<ZoneField>> requiredFor;
    private final Map<ZoneField, String> optional;
    private final Map<ZoneField, Set<FluxField>> affected;
    private final Map<ZoneField, Set<ZoneField>> replaced;
    private final Map<ZoneField, String> discarded;
    private final Set<FluxField> gives;
    private final Map<FluxField, String> withheld;

    private SourceDescriptor(Builder builder) {
        this.name = builder.name;
        this.version = builder.version;
        this.summary = builder.summary;
        this.citation = builder.citation;
        this.declared = builder.declared;
        this.inForce = builder.inForce;
        this.assumptions = List.copyOf(builder.assumptions);
        this.required = Collections.unmodifiableSet(EnumSet.copyOf(builder.required));
        Map<FluxField, Set<ZoneField>> perOutput = new EnumMap<>(FluxField.class);
        builder.requiredFor.forEach(
                (output, fields) -> perOutput.put(output, Collections.unmodifiableSet(EnumSet.copyOf(fields))));
        this.requiredFor = Collections.unmodifiableMap(perOutput);
        this.optional = Collections.unmodifiableMap(new EnumMap<>(builder.optional));
        this.affected = new EnumMap<>(builder.affected);
        this.replaced = new EnumMap<>(builder.replaced);
        this.discarded = Collections.unmodifiableMap(new EnumMap<>(builder.discarded));
        this.gives = Collections.unmodifiableSet(EnumSet.copyOf(builder.gives));
        this.withheld = Collections.unmodifiableMap(new EnumMap<>(builder.withheld));
    }

    /** Starts a descriptor; {@code name} is lower case letters, digits and hyphens, such as {@code "quark-urca"}. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Returns the source's name; hosts choose it by this. */
    public String name() {
        return name;
    }

    /** Returns the version of the mechanism, such as {@code "1.0.0"}. */
    public String version() {
        return version;
    }

    /** Returns one sentence on the mechanism. */
    public String summary() {
        return summary;
    }

    /** Returns the publication that the mechanism implements. */
    public String citation() {
        return citation;
    }

    /** Returns the name of the preset in force, or an empty string where the source has none. */
    public String preset() {
        return inForce.preset();
    }

    /** Returns the closures, parameters and presets that one can choose. */
    public Declarations declared() {
        return declared;
    }

    /** Returns the preset, closures and parameters in force. */
    public Settings inForce() {
        return inForce;
    }

    /** Returns the closures in force, kind to choice, such as {@code share -> composition}. */
    public Map<String, String> closures() {
        return inForce.closures();
    }

    /** Returns the parameters in force, name to value in the unit declared; without those that have no value. */
    public Map<String, Double> parameters() {
        return inForce.parameters();
    }

    /** Returns what every result of this instance has to say was assumed, a sentence each. */
    public List<String> assumptions() {
        return assumptions;
    }

    /** Returns the fields without which the source cannot be evaluated, whatever is wanted of it. */
    public Set<ZoneField> required() {
        return required;
    }

    /** Returns the fields that single outputs need beside those of {@link #required()}; without the outputs that need no others. */
    public Map<FluxField, Set<ZoneField>> requiredFor() {
        return requiredFor;
    }

    /**
     * Returns the fields without which these outputs cannot be evaluated: those of {@link #required()}, and what each output needs beside
     * them.
     *
     * @param wanted the outputs that are asked for, of whatever source
     */
    public Set<ZoneField> required(Set<FluxField> wanted) {
        Set<ZoneField> all = EnumSet.noneOf(ZoneField.class);
        all.addAll(required);
        requiredFor.forEach((output, fields) -> {
            if (wanted.contains(output)) {
                all.addAll(fields);
            }
        });
        return Collections.unmodifiableSet(all);
    }

    /** Returns the fields the source uses where they are given, each with what it does where they are not; empty text: nothing to say. */
    public Map<ZoneField, String> optional() {
        return optional;
    }

    /**
     * Returns whether a wanted output, or a flag, misses an optional field: whether its absence is worth a word in the result.
     *
     * @param field a field of {@link #optional} that is not given
     * @param wanted the outputs that are asked for
     * @param given the fields that are given, which may replace it
     */
    public boolean misses(ZoneField field, Set<FluxField> wanted, Set<ZoneField> given) {
        Set<FluxField> outputs = affected.get(field);
        Set<ZoneField> others = replaced.get(field);
        return (outputs == null || !Collections.disjoint(outputs, wanted))
                && (others == null || !given.containsAll(others));
    }

    /** Returns the optional fields whose values are not kept where they are given, each with what stands for them: a word in the result. */
    public Map<ZoneField, String> discarded() {
        return discarded;
    }

    /** Returns the fields the source contributes to; none for a {@linkplain #isControl control}. */
    public Set<FluxField> gives() {
        return gives;
    }

    /**
     * Returns whether the source is a control, which contributes to no field under any choice: it says of every field that it is
     * zero, so that a host may ask for any of them.
     */
    public boolean isControl() {
        return gives.isEmpty() && withheld.isEmpty();
    }

    /**
     * Returns the fields that the source contributes to under other choices, but not under those in force, each with the reason, a
     * sentence. A host that asks for one is refused with it.
     */
    public Map<FluxField, String> withheld() {
        return withheld;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceDescriptor that
                && name.equals(that.name)
                && version.equals(that.version)
                && summary.equals(that.summary)
                && citation.equals(that.citation)
                && declared.equals(that.declared)
                && inForce.equals(that.inForce)
                && assumptions.equals(that.assumptions)
                && required.equals(that.required)
                && requiredFor.equals(that.requiredFor)
                && optional.equals(that.optional)
                && affected.equals(that.affected)
                && replaced.equals(that.replaced)
                && discarded.equals(that.discarded)
                && gives.equals(that.gives)
                && withheld.equals(that.withheld);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version, inForce);
    }

    /** Returns name, version and what is in force in one line. */
    @Override
    public String toString() {
        return name + " " + version + (inForce.isEmpty() ? "" : " " + inForce);
    }

    /** Collects a descriptor. */
    public static final class Builder {
        private final String name;
        private String version = "";
        private String summary = "";
        private String citation = "";
        private Declarations declared = Declarations.none();
        private Settings inForce = Settings.none();
        private final List<String> assumptions = new ArrayList<>();
        private final Set<ZoneField> required = EnumSet.noneOf(ZoneField.class);
        private final Map<FluxField, Set<ZoneField>> requiredFor = new EnumMap<>(FluxField.class);
        private final Map<ZoneField, String> optional = new EnumMap<>(ZoneField.class);
        private final Map<ZoneField, Set<FluxField>> affected = new EnumMap<>(ZoneField.class);
        private final Map<ZoneField, Set<ZoneField>> replaced = new EnumMap<>(ZoneField.class);
        private final Map<ZoneField, String> discarded = new EnumMap<>(ZoneField.class);
        private final Set<FluxField> gives = EnumSet.noneOf(FluxField.class);
        private final Map<FluxField, String> withheld = new EnumMap<>(FluxField.class);

        private Builder(String name) {
            if (!name.matches("[a-z][a-z0-9-]*")) {
                throw new IllegalArgumentException("source name is '" + name
                        + "'; must be lower case letters, digits and hyphens, a letter first");
            }
            this.name = name;
        }

        /** Sets the version of the mechanism. */
        public Builder version(String text) {
            version = text;
            return this;
        }

        /** Sets one sentence on the mechanism. */
        public Builder summary(String text) {
            summary = text;
            return this;
        }

        /** Sets the publication that the mechanism implements. */
        public Builder citation(String text) {
            citation = text;
            return this;
        }

        /**
         * Sets what one can choose, and what is in force of it, as {@link Declarations#resolve} gives it: a choice of each closure, and
         * a value of each parameter that has a default.
         */
        public Builder declares(Declarations choices, Settings nowInForce) {
            declared = choices;
            inForce = nowInForce;
            return this;
        }

        /** Adds a sentence that every result has to say was assumed. */
        public Builder assumes(String sentence) {
            DeclaredNames.requireSentence("an assumption of source " + name, sentence);
            assumptions.add(sentence);
            return this;
        }

        /** Adds fields without which the source cannot be evaluated. */
        public Builder requires(ZoneField... fields) {
            Collections.addAll(required, fields);
            return this;
        }

        /**
         * Adds fields without which this output cannot be evaluated, beside those that any output needs. A host that does not ask for the
         * output need not give them, and the source reads them only where {@link FluxBlock#wants} names the output.
         */
        public Builder requiresFor(FluxField output, ZoneField field, ZoneField... more) {
            requiredFor
                    .computeIfAbsent(output, any -> EnumSet.noneOf(ZoneField.class))
                    .addAll(EnumSet.of(field, more));
            return this;
        }

        /**
         * Adds a field that is used where given, with what is done where it is not, such as {@code "taken as 0"}; an empty text
         * where its absence needs no word. Any output may depend on it.
         */
        public Builder uses(ZoneField field, String whereAbsent) {
            optional.put(field, whereAbsent);
            affected.remove(field);
            return this;
        }

        /** Adds a field that is used where given, as {@link #uses(ZoneField, String)}, on which only these outputs depend. */
        public Builder uses(ZoneField field, String whereAbsent, FluxField output, FluxField... more) {
            optional.put(field, whereAbsent);
            affected.put(field, Collections.unmodifiableSet(EnumSet.of(output, more)));
            return this;
        }

        /** Adds fields that together replace an optional one: where all are given, its absence needs no word. */
        public Builder replaces(ZoneField optionalField, ZoneField other, ZoneField... more) {
            replaced.put(optionalField, Collections.unmodifiableSet(EnumSet.of(other, more)));
            return this;
        }

        /** Adds an optional field whose value a closure does not keep, with what stands for it, such as {@code "spin flips make it 0"}. */
        public Builder discards(ZoneField optionalField, String instead) {
            DeclaredNames.requireSentence("what source " + name + " has instead of " + optionalField, instead);
            discarded.put(optionalField, instead);
            return this;
        }

        /** Adds fields that the source contributes to. */
        public Builder gives(FluxField... fields) {
            Collections.addAll(gives, fields);
            return this;
        }

        /** Adds fields that the source would give under other choices than those in force, with the reason in one sentence. */
        public Builder withholds(String reason, FluxField... fields) {
            DeclaredNames.requireSentence("a reason of source " + name, reason);
            for (FluxField field : fields) {
                withheld.put(field, reason);
            }
            return this;
        }

        /**
         * Returns the descriptor.
         *
         * @throws IllegalArgumentException if version, summary or citation is blank, a field is both required and optional or both
         *     given and withheld, one that is replaced or discarded is not optional, an output with required fields of its own is neither
         *     given nor withheld, or what is in force is no complete choice of what is declared
         */
        public SourceDescriptor build() {
            requireText("version", version);
            requireText("summary", summary);
            requireText("citation", citation);
            requireNotOptional(required);
            requiredFor.forEach((output, fields) -> {
                requireNotOptional(fields);
                if (!gives.contains(output) && !withheld.containsKey(output)) {
                    throw new IllegalArgumentException("source " + name + " requires " + fields + " for " + output
                            + ", which it does not give; add gives(" + output + ")");
                }
            });
            for (FluxField field : gives) {
                if (withheld.containsKey(field)) {
                    throw new IllegalArgumentException(
                            "source " + name + " declares " + field + " both given and withheld; choose one");
                }
            }
            requireOptional("replaced", replaced.keySet());
            requireOptional("discarded", discarded.keySet());
            declared.requireInForce("source " + name, inForce);
            return new SourceDescriptor(this);
        }

        private void requireNotOptional(Set<ZoneField> fields) {
            for (ZoneField field : fields) {
                if (optional.containsKey(field)) {
                    throw new IllegalArgumentException(
                            "source " + name + " declares " + field + " both required and optional; choose one");
                }
            }
        }

        private void requireOptional(String what, Set<ZoneField> fields) {
            for (ZoneField field : fields) {
                if (!optional.containsKey(field)) {
                    throw new IllegalArgumentException("source " + name + " declares " + field + " " + what
                            + ", which is no optional field of it; add uses(" + field + ", ...)");
                }
            }
        }

        private void requireText(String what, String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException(
                        "source " + name + " has no " + what + "; every result must be able to quote it");
            }
        }
    }
}
