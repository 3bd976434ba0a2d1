package org.chiralkick.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chiralkick.host.internal.osgi.FrameworkSources;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.BundleContext;

/**
 * Where a coupling gets its sources from: a fixed list, or a service registry whose content changes while the host runs.
 *
 * <p>A coupling makes one {@link Selection} when it opens, and another when the host asks for other sources. Each step takes a
 * {@link Lease} from it and keeps it to its end, so that a source which is swapped or uninstalled meanwhile still finishes the
 * step. Between steps the coupling holds no reference to a source, unless it steps together with other ranks ({@link
 * Coupling#commitAgreed}), which all keep the sources of a step until they have agreed on others.
 */
@ConsumerType
@FunctionalInterface
public interface SourceProvider {
    /**
     * Starts to follow the sources of a request. Where the sources have to be configured first, this waits (bounded) until those
     * that are there have taken up their configuration, so that the first step does not run without them. Missing sources are no
     * error here: the lease is empty then, and {@link Selection#missing} says why.
     *
     * @throws CouplingException if a source that is there refuses the settings; the message quotes it
     */
    Selection select(SourceRequest request);

    /**
     * Returns what sources declare, each as it is with its default settings; those that are not there, refuse to be configured so, or
     * cannot describe themselves, are left out.
     *
     * @param names of the sources; empty for the one of highest ranking
     */
    default List<SourceDescriptor> declared(List<String> names) {
        List<List<String>> each =
                names.isEmpty() ? List.of(names) : names.stream().map(List::of).toList();
        List<SourceDescriptor> declared = new ArrayList<>();
        for (List<String> one : each) {
            try (Selection selection = select(SourceRequest.of(one, Settings.none()));
                    Lease lease = selection.acquire(Duration.ZERO)) {
                for (NeutrinoSource source : lease.sources()) {
                    declared.add(source.describe());
                }
            } catch (CouplingException e) {
                if (e.kind() != CouplingException.Kind.SOURCE) {
                    throw e;
                }
            } catch (RuntimeException | LinkageError e) {
                // describe() failed: whoever asks for the source gets the reason.
            }
        }
        return declared;
    }

    /**
     * Returns what all sources that are there declare, with their default settings; for messages that say who could be asked. A provider that
     * does not know them all returns some.
     */
    default List<SourceDescriptor> installed() {
        return declared(List.of());
    }

    /** Returns a provider of these sources; without names the first of them acts. Settings are ignored: they are made already. */
    static SourceProvider of(NeutrinoSource... sources) {
        return new FixedSources(List.of(sources));
    }

    /**
     * Returns a provider of the sources that are services of the OSGi framework which a bundle lives in, whatever framework that is. A source that
     * takes settings gets them through Configuration Admin, as an instance of its own for each choice; one that a bundle registers itself acts as
     * it is. Declarative Services and Configuration Admin may be absent, then the second kind only is there.
     *
     * <p>Several providers may live in a framework, of one bundle or of many. Nothing has to be closed but the couplings, before the bundle stops.
     *
     * @param context of the host's bundle
     * @throws IllegalStateException if the bundle is stopped
     */
    static SourceProvider of(BundleContext context) {
        return new ServiceSources(new FrameworkSources(context));
    }

    /** The sources of one request as they come and go. Safe for use by several threads. */
    @ConsumerType
    interface Selection extends AutoCloseable {
        /**
         * Returns the sources as they are now, for one step. While nothing changes this is called for every step: it must be cheap
         * and allocate nothing (the same lease object may be returned again, counted).
         *
         * @param wait how long to wait for sources that are not there; zero for not at all
         * @return all sources of the request in its order, or a lease without any if one is missing after the wait
         */
        Lease acquire(Duration wait);

        /** Returns a sentence that names the source and says why {@link #acquire} gives none: what is installed, and what it lacks. */
        String whyAbsent();

        /**
         * Returns {@link #whyAbsent} if a source is missing now, else empty. Asked when a coupling opens or changes its sources; one that
         * is only being exchanged is waited for, a short time.
         */
        default Optional<String> missing() {
            try (Lease lease = acquire(Duration.ZERO)) {
                return lease.sources().isEmpty() ? Optional.of(whyAbsent()) : Optional.empty();
            }
        }

        /**
         * Returns what the host should know of the sources that {@link #acquire} gave last, one sentence, such as that an update failed
         * and the old one acts on, or that two bundles give a source of one name; empty if all is well. Asked in every step.
         */
        default Optional<String> remark() {
            return Optional.empty();
        }

        /**
         * Has somebody asked, from now on and whenever something has changed, whether instances that are there may take the place of those that
         * {@link #acquire} gave last. Where there is an objection the old ones act on for as long as their bundle is there, and {@link
         * #remark} says so. A selection that does not ask gives what is there.
         *
         * @param objection returns why the instances it is given must not act, as the end of a sentence that names them; empty where they may
         */
        default void objectedToBy(Function<List<NeutrinoSource>, Optional<String>> objection) {
            // What is there acts.
        }

        /** Ends the selection and what was configured for it; leases out are still valid. */
        @Override
        void close();
    }

    /** The sources of a step. */
    @ConsumerType
    interface Lease extends AutoCloseable {
        /** Returns the sources in the order of the request; empty if one of them is missing. */
        List<NeutrinoSource> sources();

        /** Returns a number that differs between any two leases of a selection with different source instances. */
        long generation();

        /**
         * Returns which build of its bundle each source is, beside its own word for its version: the bundle's symbolic name, its version and a
         * digest of its content, such as {@code "org.example.mine 1.0.0 sha256:0123456789ab"}, one line of at most some 200 letters. In the order of
         * {@link #sources}; empty texts where there is nothing to tell, or no texts at all. Entries of the ledger carry it, and ranks of a
         * host compare it.
         */
        default List<String> builds() {
            return List.of();
        }

        /** Gives the sources back: the step is over. Called once per {@link Selection#acquire}. */
        @Override
        void close();
    }
}
