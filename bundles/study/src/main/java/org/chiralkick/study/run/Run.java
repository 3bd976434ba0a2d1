package org.chiralkick.study.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.CouplingAudit;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.BreakUp;
import org.chiralkick.star.EmissionHistory;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.StarFlags;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.PolarField;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.study.Session;
import org.chiralkick.study.Version;
import org.chiralkick.study.closure.InForce;
import org.jspecify.annotations.Nullable;

/**
 * What a run found. A frozen star has one state, that of its inputs; a star that cools has one after each step.
 *
 * <pre>{@code
 * try (Session session = Session.open(Path.of("chiralkick"))) {
 *     RunInputs inputs = RunInputs.builtIn().fieldGauss(1e12).build();
 *     Run run = Run.of(session, inputs, CouplingConfig.defaults());
 *     System.out.println(run.kick().speed() + " km/s");
 * }
 * }</pre>
 *
 * @param inputs what the run was given
 * @param config the coupling's configuration
 * @param sources the mechanisms in force
 * @param builds which build of its bundle each of them is, in their order; none, or empty texts, where they came from no bundle
 * @param moments what the star has received after each step, under the closure of escape in force; the first is the start
 * @param flags validity flags of the committed steps, of the surface that emits and of the interior
 * @param assumptions what was assumed, a sentence each
 * @param history a star that cools after each step, the first at the start; empty where it is frozen
 * @param emission a star that cooled, to be asked for other kicks; empty where it is frozen, or has done no step
 * @param decoupling what a frozen star would have received from where neutrinos decouple; empty where it cools, or has no such place
 * @param audit what the coupling noticed; empty where the run has not ended
 * @param timeStepError by what part of itself the kick is off because steps have a length [1], estimated; NaN where that is not known
 */
public record Run(
        RunInputs inputs,
        CouplingConfig config,
        List<SourceDescriptor> sources,
        List<String> builds,
        List<KickHistory.Moment> moments,
        StarFlags flags,
        List<String> assumptions,
        List<Snapshot> history,
        Optional<EmissionHistory> emission,
        Optional<OtherSurface> decoupling,
        Optional<CouplingAudit> audit,
        double timeStepError) {
    /** Up to this time the surface of a star that cools adapts to its zones; logarithmic scales begin here [s]. */
    public static final double ADAPTED_S = 1e-3;

    /**
     * The same run with another sphere that emits.
     *
     * @param surface the sphere
     * @param kicked what the star would have received
     */
    public record OtherSurface(Neutrinosphere surface, Kicked kicked) {}

    public Run {
        sources = List.copyOf(sources);
        builds = List.copyOf(builds);
        moments = List.copyOf(moments);
        assumptions = List.copyOf(assumptions);
        history = List.copyOf(history);
    }

    /**
     * Runs a star, with its mechanisms.
     *
     * @throws org.chiralkick.study.StudyException if it cannot evolve
     * @throws org.chiralkick.host.value.CouplingException if a mechanism is not there, or cannot act on this star
     */
    public static Run of(Session session, RunInputs inputs, CouplingConfig config) {
        return of(session, inputs, config, done -> {});
    }

    /**
     * Runs a star, with its mechanisms.
     *
     * @param progress receives how much of {@link Work#count} is done
     * @throws org.chiralkick.study.StudyException if it cannot evolve
     * @throws org.chiralkick.host.value.CouplingException if a mechanism is not there, or cannot act on this star
     */
    public static Run of(Session session, RunInputs inputs, CouplingConfig config, LongConsumer progress) {
        return new RunComputation(session, inputs, config, progress).run();
    }

    /**
     * Returns a run whose star was evolved step by step.
     *
     * @param sources the mechanisms in force
     * @param builds which build of its bundle each is
     * @param history the star at the start and after each step
     * @param emission the same star, to be asked for other kicks; empty where nobody will
     */
    public static Run cooled(
            RunInputs inputs,
            CouplingConfig config,
            List<SourceDescriptor> sources,
            List<String> builds,
            List<Snapshot> history,
            Optional<EmissionHistory> emission,
            StarFlags flags,
            List<String> assumptions) {
        Escape escape = inputs.escape();
        List<KickHistory.Moment> moments = history.stream()
                .map(snapshot -> new KickHistory.Moment(
                        snapshot.step(), snapshot.timeS(), snapshot.kick().recoil(escape)))
                .toList();
        return new Run(
                inputs,
                config,
                sources,
                builds,
                moments,
                flags,
                assumptions,
                history,
                emission,
                Optional.empty(),
                Optional.empty(),
                Double.NaN);
    }

    /** Returns this run with an estimate of the error that the length of steps makes [1]. */
    Run withTimeStepError(double error) {
        return new Run(
                inputs,
                config,
                sources,
                builds,
                moments,
                flags,
                assumptions,
                history,
                emission,
                decoupling,
                audit,
                error);
    }

    /**
     * Returns this run with what its coupling noticed until its end. Under the closure dipole the kick does not rest on the surface: the share
     * outside the range of validity is that of the evaluations inside, of the flag that most of them have.
     */
    Run withAudit(CouplingAudit noticed) {
        CouplingAudit audited = escape() == Escape.DIPOLE && cools()
                ? noticed.withEmissionOutsideValidity(flags.largestShareInside())
                : noticed;
        return new Run(
                inputs,
                config,
                sources,
                builds,
                moments,
                flags,
                assumptions,
                history,
                emission,
                decoupling,
                Optional.of(audited),
                timeStepError);
    }

    /** Returns the profile of the star, at the beginning. */
    public StarProfile star() {
        return inputs.star();
    }

    /** Returns whether the star cools, rather than stays as it is. */
    public boolean cools() {
        return !history.isEmpty();
    }

    /** Returns a star that cools at the start. */
    public Snapshot start() {
        return history.get(0);
    }

    /** Returns a star that cools at the end. */
    public Snapshot end() {
        return history.get(history.size() - 1);
    }

    /** Returns whether the star rotates. */
    public boolean rotates() {
        return (cools() ? end().angularVelocityPerS() : inputs.magnet().angularVelocityPerS()) != 0;
    }

    /** Returns the mass that recoils [g]. */
    public double massG() {
        return cools() ? end().massG() : inputs.frozen().massG();
    }

    /** Returns what decides how neutrinos leave. */
    public Escape escape() {
        return inputs.escape();
    }

    /** Returns what the star has received under the closure of escape in force, with its flags. */
    public Kicked kicked() {
        return cools()
                ? Kicked.of(end().kick(), escape(), flags.of(escape()), polarField())
                        .withTimeStepError(timeStepError)
                        .inFieldOf(inputs.fieldGauss(), sources)
                : Kicked.bySurface(last().recoil(), massG(), flags.of(escape()), polarField());
    }

    /** Returns whether the star rotates faster than it can hold together. */
    public BreakUp breakUp() {
        return cools() ? BreakUp.along(history) : inputs.frozen().breakUp(inputs.magnet());
    }

    /** Returns its field at the pole of its surface. */
    public PolarField polarField() {
        return cools()
                ? Snapshot.contraction(start(), end()).of(inputs.coolingConfig().field())
                : inputs.frozen().polarField(inputs.magnet());
    }

    /** Returns what the star has received under the closure of escape in force. */
    public Recoil recoil() {
        return last().recoil();
    }

    /** Returns the star's velocity at the end; {@link Kick#NONE} where it would have to give more than it has. */
    public Kick kick() {
        return kicked().kick();
    }

    /** Returns the velocity of a frozen star at a moment. */
    public Kick kick(KickHistory.Moment moment) {
        return Kick.of(moment.recoil(), massG());
    }

    /** Returns the velocity of a star that cools, under the closure of escape in force. */
    public Kick kick(Snapshot snapshot) {
        return snapshot.kick().kick(escape());
    }

    /**
     * Returns the labels of the validity flags that everything which emits has raised: each evaluation of the surface, or with the
     * dipole each inside.
     */
    public List<String> outsideValidity() {
        boolean inside = escape() == Escape.DIPOLE;
        long evaluations = inside ? flags.interiorEvaluations() : flags.surfaceEvaluations();
        return (inside ? flags.interior() : flags.surface())
                .entrySet().stream()
                        .filter(flag -> evaluations > 0 && flag.getValue() >= evaluations)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Returns how long the run was [s]. */
    public double durationS() {
        return last().timeS();
    }

    private KickHistory.Moment last() {
        return moments.get(moments.size() - 1);
    }

    /** Returns the names of the mechanisms, joined by {@code +}. */
    public String sourceName() {
        return sources.stream().map(SourceDescriptor::name).collect(Collectors.joining("+"));
    }

    /** Returns the closures in force, the mechanisms' and the recoil geometry. */
    public Map<String, String> closures() {
        return inForce().closures(config);
    }

    /** Returns what is in force of the mechanisms. */
    public InForce inForce() {
        return new InForce(sources);
    }

    /** Returns which build of its bundle each mechanism is, by its name; without those that came from no bundle. */
    public Map<String, String> bundles() {
        Map<String, String> bundles = new LinkedHashMap<>();
        for (int k = 0; k < builds.size(); k++) {
            if (!builds.get(k).isEmpty()) {
                bundles.put(sources.get(k).name(), builds.get(k));
            }
        }
        return bundles;
    }

    /** Returns the versions of all that computes. */
    public Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("chiralkick", Version.text());
        sources.forEach(source -> versions.put(source.name(), source.version()));
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    /** Returns the object of {@code run.json}. */
    public Map<String, @Nullable Object> json() {
        return RunJson.of(this);
    }

    /** Adds a kick to a JSON object. */
    public static void putKick(Map<String, @Nullable Object> json, Kicked kicked) {
        RunJson.putKick(json, kicked);
    }
}
