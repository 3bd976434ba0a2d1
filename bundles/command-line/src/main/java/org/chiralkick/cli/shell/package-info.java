/**
 * What every command shares: the distribution's folder, the terminal, errors and exit codes, the folder for results.
 *
 * <p><b>Problem.</b> A physicist reads the result in a terminal, perhaps without Unicode, and a script reads the same stream.
 * <b>Method.</b> A {@link org.chiralkick.cli.shell.Shell} knows the home folder, whether stack traces are wanted, and the {@link
 * org.chiralkick.cli.shell.Terminal}, which owns both streams: results go to standard output, everything else to standard error.
 * <b>Who calls whom.</b> Commands call this package; it knows no command.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.cli.shell;
