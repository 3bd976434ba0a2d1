package org.chiralkick.host.jni;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.chiralkick.host.Ballot;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.StepResult;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.internal.audit.DoubtfulZones;
import org.chiralkick.host.internal.ledger.Ledger;
import org.chiralkick.host.internal.ledger.StateBlob;
import org.chiralkick.host.value.CouplingAudit;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.FieldSystem;
import org.chiralkick.host.value.Fingerprint;
import org.chiralkick.host.value.NamedZone;
import org.chiralkick.host.value.NamedZones;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.StepRules.StepNumbers;
import org.chiralkick.host.value.Units;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.EnergyGroups;
import org.jspecify.annotations.Nullable;

/**
 * What libchiralkick calls: static methods with primitive arguments, one per function of {@code chiralkick.h}. The object itself is the
 * framework that runs in the process, made once. Text crosses as UTF-8 bytes, numbers of results through the {@link Lane}.
 */
public final class Gateway {
    /** Version of what C and Java agree on here; {@code GATEWAY_ABI} of {@code jvm_backend.c} must be the same. */
    public static final int ABI = 7;

    private final FelixRuntime felix;

    private Gateway(FelixRuntime felix) {
        this.felix = felix;
    }

    /**
     * Starts the framework of an installed tree.
     *
     * @param home folder of the distribution
     * @param ownVm whether the VM was made for us; then what Java code prints goes to stderr: stdout is the host's
     */
    static Gateway boot(byte[] home, boolean ownVm) {
        if (ownVm) {
            System.setOut(System.err);
        }
        return new Gateway(FelixRuntime.start(Path.of(text(home))));
    }

    /**
     * Returns a new coupling. A null configuration stands for the defaults.
     *
     * @param log where C keeps the host's function for messages; 0 for none
     */
    static Coupling open(
            Gateway gateway,
            byte @Nullable [] config,
            double massG,
            double lengthCm,
            double timeS,
            double temperatureMev,
            double potentialMev,
            int fieldSystem,
            double fieldGauss,
            double count,
            int rank,
            int ranks,
            boolean canRetry,
            long log) {
        FieldSystem system = fieldSystem == 0 ? FieldSystem.GAUSSIAN : FieldSystem.HEAVISIDE_LORENTZ;
        Units units = new Units(massG, lengthCm, timeS, temperatureMev, potentialMev, system, fieldGauss, count);
        return Coupling.open(
                gateway.felix,
                config == null ? CouplingConfig.defaults() : CouplingConfig.parse(text(config)),
                CouplingOptions.defaults()
                        .withUnits(units)
                        .withRetry(canRetry)
                        .withRank(rank, ranks)
                        .withLog(logTo(log)));
    }

    private static BiConsumer<Level, String> logTo(long log) {
        return log == 0
                ? (level, message) -> {}
                : (level, message) -> log(log, levelOf(level), message.getBytes(UTF_8));
    }

    /** Returns the number of a level in {@code chiralkick.h}. */
    static int levelOf(Level level) {
        return switch (level) {
            case ERROR, OFF -> 3;
            case WARNING -> 2;
            case INFO -> 1;
            case ALL, TRACE, DEBUG -> 0;
        };
    }

    /** Hands a message to the host's function, on this thread; C registers it when it starts us. */
    private static native void log(long log, int level, byte[] text);

    /** Returns the Java view of a native thread's memory. */
    static Lane lane(ByteBuffer memory) {
        return new Lane(memory);
    }

    /** Makes room in the lane for the columns of this many energy groups. */
    static void room(Lane lane, int groups) {
        lane.room(groups);
    }

    /** Returns an array of the lane: a component of a field, inputs first, then those per energy group, group after group. */
    static double[] column(Lane lane, int index) {
        return lane.column(index);
    }

    /** Sets the energy groups; the edges are checked already. */
    static void groups(Coupling coupling, double[] edgesMeV) {
        coupling.groups(EnergyGroups.between(edgesMeV));
    }

    static void begin(Coupling coupling, long step, double time, double dt) {
        coupling.begin(step, time, dt);
    }

    static void evaluate(Coupling coupling, Lane lane, long block, boolean first, int zones, double weight) {
        lane.evaluate(coupling, block, first, zones, weight);
    }

    /** Counts what the host's transport lets out, in cgs: momentum of the neutrinos, net leptons, energy. */
    static void emitted(Coupling coupling, double x, double y, double z, double number, double energy, double weight) {
        coupling.emitted(new Vector3(x, y, z), number, energy, weight);
    }

    static void setDt(Coupling coupling, double dt) {
        coupling.setDt(dt);
    }

    /**
     * Returns true if the step was committed, false if it must be begun again. Results are those of {@code ck_step_t}: 0..4 number, dt, dt_max,
     * flagged, invalid; 5 in one word whether a source was absent and, from bits 8 and 24 on, the fields of the first invalid and the first
     * implausible zone; 6 and 7 evaluated and implausible; 8..10 and 11..13 the block, zone and value of these. Where there are such zones the
     * flag words are pairs of a cause's field and its count: those of the invalid ones, -1, those of the implausible ones, -1.
     */
    static boolean commit(Coupling coupling, Lane lane) {
        return put(coupling.commit(), lane);
    }

    private static boolean put(StepResult result, Lane lane) {
        lane.count(0, result.step());
        lane.result(1, result.dt());
        lane.result(2, result.dtMax());
        lane.count(3, result.flagged());
        lane.count(4, result.invalid());
        long fields = result.invalid() > 0 ? (long) first(result.invalidZones(), lane, 8) << 8 : nobody(lane, 8);
        fields |= result.implausible() > 0 ? (long) first(result.implausibleZones(), lane, 11) << 24 : nobody(lane, 11);
        lane.count(5, fields | (result.sourceAbsent() ? 1 : 0));
        lane.count(6, result.evaluated());
        lane.count(7, result.implausible());
        if (result.invalid() > 0 || result.implausible() > 0) {
            causes(result.implausibleZones(), lane, causes(result.invalidZones(), lane, 0));
        }
        lane.committed(result);
        return result.outcome() == StepResult.Outcome.COMMITTED;
    }

    /** Leaves where the first zone is and what it has; returns the number of the field. */
    private static int first(NamedZones zones, Lane lane, int at) {
        NamedZone first = zones.first().orElseThrow();
        lane.count(at, first.block().orElse(0));
        lane.count(at + 1, first.zone());
        lane.result(at + 2, first.value());
        return first.field();
    }

    /** Leaves the causes as pairs of flag words from one on, and -1 behind them; returns where the next ones go. */
    private static int causes(NamedZones zones, Lane lane, int from) {
        int at = from;
        for (Map.Entry<String, Long> cause : zones.causes().entrySet()) {
            lane.flagWord(at++, DoubtfulZones.field(cause.getKey()));
            lane.flagWord(at++, cause.getValue());
        }
        lane.flagWord(at++, -1);
        return at;
    }

    private static long nobody(Lane lane, int at) {
        lane.count(at, -1);
        lane.count(at + 1, -1);
        lane.result(at + 2, 0);
        return 0;
    }

    /** Returns what is to be said of invalid and implausible zones of the step that this lane committed, or null. */
    static byte @Nullable [] report(Lane lane) {
        String report = lane.report();
        return report.isEmpty() ? null : report.getBytes(UTF_8);
    }

    /**
     * Fills results 0..9 with what {@code ck_ballot_t} has, in its order, and 10..13 with its area and area_size; bits 1 and 2 of 5 are the form, bit 3
     * is whether it emits.
     */
    static void ballot(Coupling coupling, Lane lane) {
        Ballot ballot = coupling.ballot();
        lane.count(0, ballot.step());
        lane.count(1, ballot.steps());
        lane.count(2, ballot.lastStep());
        lane.result(3, ballot.dt());
        lane.result(4, ballot.dtMax());
        long form = ballot.form() == RecoilForm.SURFACE ? 2 : ballot.form() == RecoilForm.VOLUME ? 4 : 0;
        lane.count(5, (ballot.canRetry() ? 1 : 0) | form | (ballot.emits() ? 8 : 0));
        lane.count(6, ballot.configuration());
        lane.count(7, ballot.sources());
        lane.count(8, ballot.nextSources());
        lane.count(9, ballot.history());
        lane.result(10, ballot.areaX());
        lane.result(11, ballot.areaY());
        lane.result(12, ballot.areaZ());
        lane.result(13, ballot.areaSize());
    }

    /** Tells what the zones of all ranks make up in the pending step, before it is committed. */
    static void surfaceOfAll(Coupling coupling, double x, double y, double z, double size, boolean emits) {
        coupling.surfaceOfAll(x, y, z, size, emits);
    }

    /** As {@link #commit}, as all ranks have decided. */
    static boolean commitAgreed(Coupling coupling, Lane lane, double dtMax, boolean takeNext) {
        return put(coupling.commitAgreed(dtMax, takeNext), lane);
    }

    /** Fills results 0..4 with what {@code ck_fingerprint_t} has, in its order. */
    static void fingerprint(Coupling coupling, Lane lane) {
        Fingerprint fingerprint = coupling.fingerprint();
        boolean numbered = coupling.config().rules().stepNumbers() == StepNumbers.RISING;
        lane.count(0, numbered ? fingerprint.steps() : -1);
        lane.count(1, numbered ? fingerprint.lastStep() : -1);
        lane.count(2, fingerprint.configuration());
        lane.count(3, fingerprint.sources());
        lane.count(4, fingerprint.history());
    }

    /** Returns for how many steps other sources have been ready on this rank and not on all. */
    static long heldBack(Coupling coupling) {
        return coupling.heldBack();
    }

    /** Returns the words behind the hashes: of the sources, or of the configuration. */
    static byte[] words(Coupling coupling, boolean ofSources) {
        return (ofSources ? coupling.sourcesText() : coupling.configurationText()).getBytes(UTF_8);
    }

    static void rollback(Coupling coupling) {
        coupling.rollback();
    }

    /** Returns the committed steps; results 0..7 are momentum, torque, number and energy. */
    static long recoil(Coupling coupling, Lane lane) {
        return put(coupling.recoil(), lane);
    }

    /** Puts the audit into results 0..12, in the order of {@code ck_audit_t}. */
    static void audit(Coupling coupling, Lane lane) {
        CouplingAudit audit = coupling.audit();
        lane.count(0, audit.steps());
        lane.count(1, audit.held());
        lane.count(2, audit.retries());
        lane.count(3, audit.rolledBack());
        lane.count(4, audit.flagged());
        lane.count(5, audit.invalid());
        lane.count(6, audit.implausible());
        lane.result(7, audit.worstWeightError());
        lane.result(8, audit.areaDefect());
        lane.result(9, audit.emissionOutsideValidity());
        lane.result(10, audit.energyOverBudget());
        lane.count(11, audit.silent());
        lane.count(12, audit.unjudged());
    }

    static int stateSize(Coupling coupling) {
        return coupling.stateSize();
    }

    static byte[] saveState(Coupling coupling) {
        return coupling.saveState();
    }

    static void restoreState(Coupling coupling, byte[] state) {
        coupling.restoreState(state);
    }

    /** Returns the exact sum of states that follow each other; results 0..7 are its recoil, 8 its steps. */
    static byte[] sumOfStates(byte[] states, int count, Lane lane) {
        int size = states.length / count;
        Ledger sum = StateBlob.read(Arrays.copyOf(states, size));
        for (int i = 1; i < count; i++) {
            sum.merge(StateBlob.read(Arrays.copyOfRange(states, i * size, (i + 1) * size)), "part " + i);
        }
        lane.count(8, put(sum.recoil(), lane));
        return StateBlob.write(sum);
    }

    static void use(Coupling coupling, byte[] sources) {
        coupling.use(text(sources).split("\\+", -1));
    }

    static void close(Coupling coupling) {
        coupling.close();
    }

    /** Returns what does not work in the folder of mechanisms, or null. */
    static byte @Nullable [] troubles(Gateway gateway) {
        List<String> troubles = gateway.felix.troubles();
        return troubles.isEmpty() ? null : String.join("; ", troubles).getBytes(UTF_8);
    }

    /** Returns the unit with this index of those that the host's come to, or null when there are not so many. */
    static byte @Nullable [] unit(Coupling coupling, int index) {
        List<String> units = coupling.derivedUnits();
        return index < units.size() ? units.get(index).getBytes(UTF_8) : null;
    }

    /** Returns the assumption with this index, or null when there are not so many. */
    static byte @Nullable [] assumption(Coupling coupling, int index) {
        List<String> assumptions = coupling.assumptions();
        return index < assumptions.size() ? assumptions.get(index).getBytes(UTF_8) : null;
    }

    /** Returns the native code of an exception, negative. */
    static int code(Throwable thrown) {
        return thrown instanceof CouplingException misuse
                ? misuse.kind().code()
                : CouplingException.Kind.INTERNAL.code();
    }

    /** Returns what to tell the host's author. */
    static byte[] message(Throwable thrown) {
        String message = thrown.getMessage();
        if (thrown instanceof CouplingException && message != null) {
            return message.getBytes(UTF_8);
        }
        return (thrown + causes(thrown)).getBytes(UTF_8);
    }

    private static String causes(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String at = trace.length == 0 ? "" : " at " + trace[0];
        Throwable cause = thrown.getCause();
        return cause == null ? at : at + "; caused by " + cause;
    }

    private static long put(Recoil recoil, Lane lane) {
        Vector3 momentum = recoil.momentum();
        Vector3 torque = recoil.torque();
        lane.result(0, momentum.x());
        lane.result(1, momentum.y());
        lane.result(2, momentum.z());
        lane.result(3, torque.x());
        lane.result(4, torque.y());
        lane.result(5, torque.z());
        lane.result(6, recoil.number());
        lane.result(7, recoil.energyErg());
        return recoil.steps();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
