/**
 * The command line: {@code chiralkick run | serve | compare | scan | observe | sample | validate | evaluate | sources | certify}.
 *
 * <p><b>Problem.</b> A physicist wants the kick of a star, the paper's numbers checked, or the fluxes of a table of zones, without
 * writing a host code; a script wants the same as JSON or CSV. <b>Method.</b> Each command is one picocli class that reads its
 * options, opens a {@link org.chiralkick.study.Session} (an embedded Felix on the distribution's folder, and couplings on it), and
 * prints. Numbers come only out of {@code org.chiralkick.host.Coupling}, so the command line is a host like any other; the
 * stars that can be kicked are in {@link org.chiralkick.star}. What {@code run --out} leaves is described by {@code RunPage*} (what
 * every run shows, and the star that stays as it is) and {@code EvolutionPage*} (the star that evolves) and written by {@code
 * org.chiralkick.report}; {@code serve} shows a run that goes on by {@link org.chiralkick.cli.serve}. <b>Conventions.</b> Results on standard output, messages on standard error;
 * {@code --json} puts nothing but JSON on standard output. Exit codes: {@link org.chiralkick.cli.shell.ExitCode}. An error is one line
 * that says what was wrong and what to do; {@code --debug} adds the stack trace.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.cli;
