package org.chiralkick.source;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An assumption that a mechanism has to make where its theory leaves a gap, one of several named ones; immutable. A host chooses by
 * name, every result names the choice in force, and whoever compares mechanisms reads here what else there is.
 *
 * @param kind what is assumed, such as {@code "share"}: lower case letters, digits and hyphens; not {@code recoil} or
 *     {@code recoil-form}, which are the coupling's own, and not {@code preset} or {@code bundle}
 * @param choices the possibilities, at least one, each name once, in the order in which they are shown
 * @param defaultChoice name of the one in force where nobody chooses; one of {@code choices}
 * @param outputs the outputs that depend on it; empty where any may
 */
public record Closure(String kind, List<Choice> choices, String defaultChoice, Set<FluxField> outputs) {
    /** Returns a closure on which any output may depend. */
    public Closure(String kind, List<Choice> choices, String defaultChoice) {
        this(kind, choices, defaultChoice, Set.of());
    }

    /**
     * Keeps its own copies.
     *
     * @throws IllegalArgumentException if a name is ill-formed, reserved or given twice, or the default is none of the choices
     */
    public Closure {
        DeclaredNames.require("closure", kind);
        DeclaredNames.requireFree("closure", kind);
        choices = List.copyOf(choices);
        outputs = Set.copyOf(outputs);
        Set<String> names = new LinkedHashSet<>();
        for (Choice choice : choices) {
            if (!names.add(choice.name())) {
                throw new IllegalArgumentException(
                        "closure " + kind + " has choice '" + choice.name() + "' twice; name each once");
            }
        }
        if (!names.contains(defaultChoice)) {
            throw new IllegalArgumentException(
                    "default of closure " + kind + " is '" + defaultChoice + "'; must be one of " + names);
        }
    }

    /**
     * One of the possibilities.
     *
     * @param name as configurations and results show it, such as {@code "narrow"}
     * @param meaning what it assumes, a sentence in one line
     */
    public record Choice(String name, String meaning) {
        /**
         * Checks both.
         *
         * @throws IllegalArgumentException if the name is ill-formed, or the meaning blank or of several lines
         */
        public Choice {
            DeclaredNames.require("choice", name);
            DeclaredNames.requireSentence("choice " + name, meaning);
        }
    }

    /** Returns a choice; shorter to write in a list than its constructor. */
    public static Choice choice(String name, String meaning) {
        return new Choice(name, meaning);
    }

    /** Returns this closure as one on which these outputs alone depend. */
    public Closure of(FluxField output, FluxField... more) {
        return new Closure(kind, choices, defaultChoice, EnumSet.of(output, more));
    }

    /** Returns whether one of these outputs may depend on it: whether it makes sense to choose where nothing else is wanted. */
    public boolean matters(Set<FluxField> wanted) {
        return outputs.isEmpty() || !Collections.disjoint(outputs, wanted);
    }

    /** Returns the names of the choices, in order. */
    public List<String> names() {
        return choices.stream().map(Choice::name).toList();
    }

    /** Returns the choice of this name, or empty if there is none. */
    public Optional<Choice> named(String name) {
        Objects.requireNonNull(name, "name");
        return choices.stream().filter(choice -> choice.name().equals(name)).findFirst();
    }
}
