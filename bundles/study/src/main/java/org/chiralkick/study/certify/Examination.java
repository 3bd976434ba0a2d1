package org.chiralkick.study.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.chiralkick.contract.ContractKit;
import org.chiralkick.contract.Rule;
import org.chiralkick.contract.ServiceFacts;
import org.chiralkick.contract.Verdict;
import org.chiralkick.source.NeutrinoSource;

/** Lets every rule examine a source, each within a bounded time: a mechanism may hang. */
final class Examination {
    /** Longest time that a rule gets [s]; a sound mechanism needs less than one. */
    private static final long SECONDS_PER_RULE = 60;

    private Examination() {}

    /** Returns the findings of all rules and reports each as it is found. */
    static List<Finding> of(NeutrinoSource source, ServiceFacts facts, Consumer<Finding> report) {
        List<Finding> findings = new ArrayList<>();
        String hung = "";
        for (Rule rule : ContractKit.rules()) {
            Verdict verdict = hung.isEmpty()
                    ? verdict(rule, source, facts)
                    : new Verdict(false, "not examined, because the mechanism still hangs in " + hung);
            if (verdict.message().equals(tooLate())) {
                hung = rule.id();
            }
            Finding finding = new Finding(rule.id(), rule.title(), verdict.passed(), verdict.message());
            report.accept(finding);
            findings.add(finding);
        }
        return findings;
    }

    private static Verdict verdict(Rule rule, NeutrinoSource source, ServiceFacts facts) {
        FutureTask<Verdict> task = new FutureTask<>(() -> rule.check(source, facts));
        Thread thread = new Thread(task, "certify-" + rule.id());
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS_PER_RULE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Verdict(false, tooLate());
        } catch (ExecutionException e) {
            return new Verdict(false, "the examination ended with " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict(false, "interrupted");
        }
    }

    private static String tooLate() {
        return "no verdict within " + SECONDS_PER_RULE + " s: describe or evaluate does not return";
    }
}
