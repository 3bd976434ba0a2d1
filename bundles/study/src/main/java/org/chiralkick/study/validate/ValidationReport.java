package org.chiralkick.study.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;

/**
 * An installation beside all that it can be compared with.
 *
 * @param paper the paper's numbers
 * @param states number of reference states compared, {@code >= 0}
 * @param golden largest differences from them, a row per quantity; empty where the installation has no reference states
 * @param cooling the cooling star beside a published series; empty where its data are not there
 * @param profiles kicks of the same model from several times on; empty where no folder with profiles was given
 */
public record ValidationReport(
        Validation paper,
        int states,
        List<GoldenStates.Row> golden,
        Optional<CoolingSeries> cooling,
        Optional<ProfileKicks> profiles) {
    /** Where a distribution has the reference states. */
    private static final String STATES = "guide/golden/states.json";

    /** Keeps its own copy. */
    public ValidationReport {
        golden = List.copyOf(golden);
    }

    /**
     * Compares all.
     *
     * @param home folder of the distribution
     * @param data folder with {@code profiles/} (Liebendoerfer et al. 2005) and {@code cooling/} (Nakazato et al. 2013)
     * @throws IOException if a file cannot be read
     */
    public static ValidationReport of(Session session, Path home, Optional<Path> data) throws IOException {
        Validation paper = Validation.of(session);
        CouplingConfig config = PaperSettings.of(session.runtime().context())
                .orElseThrow(() -> StudyException.failed("no installed mechanism carries " + PaperSettings.FILE))
                .golden();
        int states = 0;
        List<GoldenStates.Row> rows = List.of();
        if (Files.exists(home.resolve(STATES))) {
            GoldenStates reference = GoldenStates.read(home.resolve(STATES));
            states = reference.size();
            try (Coupling coupling = session.couple(config)) {
                rows = reference.compare(coupling);
            }
        }
        Optional<CoolingSeries> cooling = Optional.empty();
        Optional<ProfileKicks> profiles = Optional.empty();
        if (data.isPresent()) {
            CouplingConfig mechanism = CouplingConfig.defaults().withSource(String.join("+", config.sources()));
            profiles = Optional.of(ProfileKicks.compute(session, data.get(), mechanism));
            try (Coupling coupling = session.couple(config)) {
                cooling = Optional.of(CoolingSeries.compute(data.get(), coupling));
            }
        }
        return new ValidationReport(paper, states, rows, cooling, profiles);
    }

    /** Returns whether the paper's numbers and the reference states agree. */
    public boolean agrees() {
        return paper.failed() == 0 && golden.stream().allMatch(row -> row.error() <= ValidationPage.GOLDEN_TOLERANCE);
    }
}
