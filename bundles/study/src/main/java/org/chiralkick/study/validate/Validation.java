package org.chiralkick.study.validate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;

/**
 * The paper's numbers as an installation computes them.
 *
 * @param computed what came out, in the unit of each number
 */
public record Validation(Map<PaperNumber, Double> computed) {
    /** Largest relative error of a number that agrees. */
    public static final double TOLERANCE = 1e-9;

    private static final double LEPTONS_OF_A_STAR = 1e58;

    public Validation {
        computed = Collections.unmodifiableMap(new EnumMap<>(computed));
    }

    /** Computes every number with the chiral mechanism that is installed. */
    public static Validation of(Session session) {
        Map<PaperNumber, Double> computed = new EnumMap<>(PaperNumber.class);
        computed.put(PaperNumber.VORTICITY, PaperStar.vorticity());
        computed.put(PaperNumber.FIELD_CONVERSION, PaperStar.field());
        PaperSettings settings = PaperSettings.of(session.runtime().context())
                .orElseThrow(
                        () -> StudyException.failed("no installed mechanism says how it gives the paper's numbers ("
                                + PaperSettings.FILE + " in its bundle); is the chiral one in bundles/?"));
        try (Coupling paper = session.couple(settings.paper())) {
            computed.put(PaperNumber.AXIAL_CURRENT, PaperStar.axialCurrent(paper));
            computed.put(PaperNumber.SIGMA_V_GAUGE, PaperStar.vorticalGaugePart(paper));
            computed.put(PaperNumber.SIGMA_V_THERMAL, PaperStar.vorticalThermalPart(paper));
            Recoil recoil = PaperStar.emit(paper);
            computed.put(PaperNumber.NEUTRINO_RATE, PaperStar.rate(recoil));
            computed.put(PaperNumber.EMITTED_FRACTION, recoil.number() / LEPTONS_OF_A_STAR);
            computed.put(PaperNumber.KICK, PaperStar.speed(recoil));
        }
        try (Coupling potential = session.couple(settings.of(PaperNumber.KICK_CONSISTENT_FIELD))) {
            computed.put(PaperNumber.KICK_CONSISTENT_FIELD, PaperStar.speed(PaperStar.emit(potential)));
        }
        try (Coupling energy = session.couple(settings.of(PaperNumber.KICK_ENERGY_CURRENT))) {
            computed.put(PaperNumber.KICK_ENERGY_CURRENT, PaperStar.speed(PaperStar.emit(energy)));
        }
        return new Validation(computed);
    }

    /** Returns how many numbers differ from the exact value by more than {@link #TOLERANCE}. */
    public long failed() {
        return computed.entrySet().stream()
                .filter(row -> !(row.getKey().relativeError(row.getValue()) <= TOLERANCE))
                .count();
    }
}
