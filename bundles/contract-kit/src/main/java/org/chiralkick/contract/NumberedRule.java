package org.chiralkick.contract;

import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;

/** A rule that turns whatever the mechanism does, exceptions included, into a verdict. */
abstract class NumberedRule implements Rule {
    private final String id;
    private final String title;

    NumberedRule(int number, String title) {
        this.id = "R" + number;
        this.title = title;
    }

    /**
     * Returns what was tried, in a few words, if the mechanism keeps the rule.
     *
     * @throws Violation if it does not
     */
    abstract String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts);

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Verdict check(NeutrinoSource source, ServiceFacts facts) {
        try {
            return Verdict.pass(examine(source, describe(source), facts));
        } catch (Violation violation) {
            return Verdict.fail(String.valueOf(violation.getMessage()));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return Verdict.fail("evaluate threw " + e);
        }
    }

    /** Returns the mechanism's descriptor, or ends the examination if there is none. */
    @SuppressWarnings("ConstantValue") // a mechanism compiled without null checks may well return null
    static SourceDescriptor describe(NeutrinoSource source) {
        SourceDescriptor descriptor;
        try {
            descriptor = source.describe();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            throw new Violation("describe() threw " + e);
        }
        if (descriptor == null) {
            throw new Violation("describe() returned null; must return a descriptor");
        }
        return descriptor;
    }
}
