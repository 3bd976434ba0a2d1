/**
 * What a terminal shows: numbers of a readable length, aligned tables, bars, text in the characters the terminal has.
 *
 * <p><b>Problem.</b> A physicist reads the result in a terminal, perhaps without Unicode, and a script reads the same stream.
 * <b>Method.</b> {@link org.chiralkick.cli.text.Terminal} owns both streams: results go to standard output, everything else to
 * standard error; {@link org.chiralkick.cli.text.Numbers} and {@link org.chiralkick.cli.text.TextTable} format. <b>Who calls
 * whom.</b> The commands call this package; it calls nobody. Machines are served by {@code --json} and files, at full precision.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.cli.text;
