package org.chiralkick.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.certify.Certificate;
import org.chiralkick.study.certify.Certifier;
import org.chiralkick.study.certify.CertifyException;
import org.chiralkick.study.certify.Finding;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick certify}: does a mechanism keep the rules of the neutrino-source SPI? */
@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Run the contract kit on a mechanism bundle, rule by rule.",
        description = {
            "",
            "Starts a Felix with nothing but this bundle and checks the numbered rules of the neutrino-source SPI, which are "
                    + "in the javadoc of org.chiralkick.source.NeutrinoSource. Exit code 0 if every rule is kept; 1 if one "
                    + "is broken, or the jar is no mechanism or cannot be started.",
            ""
        })
final class CertifyCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Shell shell;

    @Parameters(paramLabel = "JAR", description = "The mechanism's bundle.")
    private @Nullable Path jar;

    @Option(names = "--json", description = "Print a JSON list to standard output, and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        Shell shared = Objects.requireNonNull(shell);
        PrintWriter out = shared.terminal().out();
        Certifier.warnings(Objects.requireNonNull(jar))
                .forEach(warning -> shared.terminal().err().println("chiralkick certify: warning: " + warning));
        List<Certificate> certificates;
        try {
            certificates = Certifier.certify(
                    shared.home(),
                    Objects.requireNonNull(jar),
                    json ? finding -> {} : finding -> out.println(finding.line()));
        } catch (CertifyException e) {
            throw StudyException.failed(String.valueOf(e.getMessage()));
        }
        if (json) {
            out.print(Json.text(certificates.stream().map(CertifyCommand::json).toList()));
        } else {
            certificates.forEach(certificate -> out.println(verdict(certificate)));
        }
        return certificates.stream().allMatch(Certificate::passed) ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String verdict(Certificate certificate) {
        String source = certificate.source().isEmpty() ? "the source without a name" : "source " + certificate.source();
        List<String> broken = certificate.findings().stream()
                .filter(finding -> !finding.passed())
                .map(Finding::rule)
                .toList();
        return broken.isEmpty()
                ? source + " keeps all " + certificate.findings().size() + " rules"
                : source + " breaks " + String.join(", ", broken);
    }

    private static Map<String, @Nullable Object> json(Certificate certificate) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("source", certificate.source());
        json.put("passed", certificate.passed());
        json.put(
                "rules",
                certificate.findings().stream().map(CertifyCommand::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Finding finding) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("rule", finding.rule());
        json.put("title", finding.title());
        json.put("passed", finding.passed());
        json.put("message", finding.message());
        return json;
    }
}
