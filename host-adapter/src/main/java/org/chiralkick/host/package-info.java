/**
 * What a host code calls: the coupling, its configuration, and the binding of the host's memory.
 *
 * <p><b>Problem.</b> Evolution codes differ in memory layout, units, Runge-Kutta schemes, threads, restarts and in what fields they
 * carry; mechanisms should know none of that. <b>Method.</b> A host binds its fields once ({@link org.chiralkick.host.BlockBinding},
 * {@link org.chiralkick.host.View}), says its units ({@link org.chiralkick.host.value.Units}), and calls {@link org.chiralkick.host.Coupling}
 * once per step, or per block and Runge-Kutta stage with the stage's weight. Fluxes are set in its own arrays; what the star received
 * is summed exactly in a ledger, so that it does not depend on blocks, threads, ranks or restarts.
 *
 * <p><b>Who calls whom.</b> The host calls this package; this package calls the sources that a
 * {@link org.chiralkick.host.SourceProvider} gives it, through {@code internal.block}, counts in {@code internal.ledger} what {@code
 * internal.emission} makes of their fluxes, and reads and writes the host's arrays through {@code internal.memory} and {@code
 * internal.units}.
 *
 * <p><b>What is stable.</b> This package and {@code value} have a version and are compared with the last release. A host that is
 * an OSGi bundle gives its context to {@link org.chiralkick.host.SourceProvider#of(org.osgi.framework.BundleContext)}; {@code felix} starts
 * mechanisms in the process of any other, which needs its {@link org.chiralkick.host.felix.FelixRuntime} and nothing else of it. {@code
 * json} reads configurations, for this side and for the command line; {@code jni} is the native interface's door; these three and
 * {@code internal} may change in any version.
 *
 * <p>{@code internal} knows nothing of this package. So what follows sources from step to step, or reads a configuration, is here and
 * package-private.
 *
 * <p>Bad zone data is data: such a zone is zeroed, flagged and counted. Misuse is an exception that says what to do:
 * {@link org.chiralkick.host.value.CouplingException}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.chiralkick.host;
