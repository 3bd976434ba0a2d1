/**
 * The command line: {@code chiralkick run | serve | compare | scan | observe | sample | validate | evaluate | sources | check-config |
 * certify}.
 *
 * <p><b>Problem.</b> A physicist wants the kick of a star, the paper's numbers checked, or the fluxes of a table of zones, without
 * writing a host code; a script wants the same as JSON or CSV. <b>Method.</b> Each command is one picocli class that reads its
 * options, opens a {@link org.chiralkick.study.Session} (an embedded Felix on the distribution's folder, and couplings on it), has
 * {@code org.chiralkick.study} compute, and prints. {@link org.chiralkick.cli.RunText} is what {@code run} prints; what {@code run --out}
 * writes is described in {@code org.chiralkick.study.page}; what {@code serve} shows is in {@code org.chiralkick.cli.serve}.
 * <b>Conventions.</b> Results on standard output, messages on standard error; {@code --json} puts nothing but JSON on standard output.
 * Exit codes: {@link org.chiralkick.cli.shell.ExitCode}. An error is one line that says what was wrong and what to do; {@code --debug}
 * adds the stack trace.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.cli;
