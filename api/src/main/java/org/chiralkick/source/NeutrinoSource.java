package org.chiralkick.source;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A mechanism that makes neutrinos or leptons flow anisotropically: what an author of a mechanism implements.
 *
 * <p>Register it as an OSGi service of this type with the property {@value #NAME}; a Declarative Services component with one
 * annotation does. The host side calls {@link #evaluate} for every block of zones, in every Runge-Kutta stage, on the host's own
 * threads. A mechanism is a loop over columns that adds its fluxes:
 *
 * <pre>{@code
 * public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
 *     if (!fluxes.wants(FluxField.NEUTRINO_FLUX)) return;
 *     double[] curl = zones.column(ZoneField.VORTICITY, 2), out = fluxes.column(FluxField.NEUTRINO_FLUX, 2);
 *     for (int i = zones.first(); i < zones.end(); i++) out[i] += coefficient * curl[i];
 * }
 * }</pre>
 *
 * <p>Rules; the contract kit has a test for each, and {@code chiralkick certify} runs them on a bundle:
 *
 * <ol>
 *   <li><b>R1</b> {@code describe()} returns an equal descriptor at every call, complete: name, version, summary and citation not
 *       blank, at least one output unless it is a control, which takes no input either. It is true: every field that it
 *       gives, it touches in some state. The service property {@value #NAME} equals the descriptor's name.
 *   <li><b>R2</b> {@code evaluate} reads required fields, those required for an output only where that is wanted, and optional ones
 *       where {@link ZoneBlock#has} says so; no others.
 *   <li><b>R3</b> It touches only columns that {@link FluxBlock#wants} names and its descriptor gives, whatever subset that is,
 *       and a column gets the same value whether or not others are wanted.
 *   <li><b>R4</b> It reads and writes only the window: indices {@code first() <= i < end()}. An empty window is allowed.
 *   <li><b>R5</b> It joins its result as {@link FluxField#combination()} says: adds to, or raises, what the column holds; it
 *       never sets or clears. Flags are only ever raised.
 *   <li><b>R6</b> It never writes a zone column.
 *   <li><b>R7</b> It is pure: same input, same bits, whatever was evaluated before, in whatever block or position of the window.
 *   <li><b>R8</b> It may be called from many threads at once, with different blocks.
 *   <li><b>R9</b> Any finite state with 0 &lt;= T &lt;= 1e4 MeV, |mu| &lt;= 1e4 MeV, |B| &lt;= 1e20 G and |curl v| &lt;= 1e6/s gives
 *       finite fluxes, T = 0, zero field, zero and negative potentials included. Beyond, and where a number is not zero but
 *       below 1e-30, a zone may overflow.
 *   <li><b>R10</b> It never throws because of what a zone holds. A zone with NaN or infinities may give anything itself (the
 *       host side zeroes and flags it), and changes nothing in other zones.
 *   <li><b>R11</b> It is covariant: rotating all vector inputs rotates all vector outputs; reversing B and curl v (parity-odd
 *       axial vectors) together with no polar vector present reverses the fluxes or leaves them zero.
 *   <li><b>R12</b> It keeps no column, starts no thread, does no I/O, and allocates nothing per call after the first ones.
 *   <li><b>R13</b> What it declares it does: a declared closure has a choice in force, by default the declared one; every choice
 *       and preset, and every parameter at the ends that belong to its range, can be configured, is then in force, and is
 *       evaluated. Declarations are the same whatever is in force.
 *   <li><b>R14</b> It takes the energy groups as {@link ZoneBlock#groups} says in this call: any number of them, none, with any edges.
 *       What it gives for a group depends on no other group; two neighbouring groups with equal opacities as one give the
 *       sum of both; and fluxes that are not per
 *       group are the same, bit by bit, whatever the groups are.
 * </ol>
 *
 * <p>State belongs to the host (advected fields) or to the host side's ledger, never to a source. Methods added in later
 * versions are default methods.
 */
@ConsumerType
public interface NeutrinoSource {
    /** Service property that holds the source's name; hosts choose a source by it. */
    String NAME = "chiralkick.source.name";

    /**
     * Service and configuration property that ties an instance to the coupling that configured it. Absent on a source that is
     * not configured. Declarative Services copies it from the configuration by itself.
     */
    String CONFIGURATION = "chiralkick.source.configuration";

    /**
     * Configuration property with the name of the preset that is chosen; absent for none. With {@link #CLOSURE} and {@link
     * #PARAMETER} it is what {@link Settings#of} reads. The host side makes a factory configuration with the PID {@value #PID_PREFIX}
     * + name and these properties, of what {@link SourceDescriptor#declared} has; whoever configures a mechanism otherwise, by a file
     * in a container, writes the same. A mechanism without choices ignores them.
     */
    String PRESET = "chiralkick.source.preset";

    /** Prefix of the configuration properties with the closures that are chosen; the kind follows, the value is the choice. */
    String CLOSURE = "chiralkick.source.closure.";

    /** Prefix of the configuration properties with the parameters that are given; the name follows, the value is a number. */
    String PARAMETER = "chiralkick.source.parameter.";

    /** Prefix of the configuration PID of a source; the source's name follows. */
    String PID_PREFIX = "org.chiralkick.source.";

    /**
     * Returns what this source is, needs and gives. Called at any time, on any thread; cheap.
     */
    SourceDescriptor describe();

    /**
     * Adds this source's fluxes for every zone of the window.
     *
     * @param zones the state of the zones; borrowed for the call
     * @param fluxes where the fluxes go, with the same window; borrowed for the call
     */
    void evaluate(ZoneBlock zones, FluxBlock fluxes);
}
