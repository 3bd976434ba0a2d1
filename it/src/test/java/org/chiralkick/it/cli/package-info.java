/**
 * The command line as its users have it: {@code bin/chiralkick} of the distribution, one process per test.
 *
 * <p>Numbers are compared with analytic values and with the golden states; standard output must hold results only, and an error
 * must be one line. A process takes about a second, so a test asserts much about one call.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.cli;
