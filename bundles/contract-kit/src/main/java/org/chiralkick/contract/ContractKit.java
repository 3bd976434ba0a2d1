package org.chiralkick.contract;

import java.util.List;

/** The rules of the neutrino-source SPI, in the order of its javadoc. */
public final class ContractKit {
    private ContractKit() {}

    /** Returns the rules R1 to R14. They hold no state: any number of mechanisms may be checked with them, in any order. */
    public static List<Rule> rules() {
        return List.of(
                new DescriptorRule(),
                new InputsRule(),
                new OutputsRule(),
                new WindowRule(),
                new CombinationRule(),
                new ReadOnlyZonesRule(),
                new PurityRule(),
                new ConcurrencyRule(),
                new FinitenessRule(),
                new BadZonesRule(),
                new CovarianceRule(),
                new FrugalityRule(),
                new DeclarationsRule(),
                new GroupsRule());
    }

    /**
     * Returns the rule with this number.
     *
     * @param id such as {@code "R4"}
     * @throws IllegalArgumentException if there is none
     */
    public static Rule rule(String id) {
        return rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rule is '" + id + "'; must be R1 to R14"));
    }
}
