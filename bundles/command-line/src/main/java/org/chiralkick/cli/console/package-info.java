/**
 * The shell: mechanisms started, stopped, updated and swapped by hand.
 *
 * <p><b>Problem.</b> Who writes a mechanism or runs a host wants to see what a bundle does when it comes, goes or is updated. <b>Method.</b> {@link
 * org.chiralkick.cli.console.Console} reads lines and has Apache Felix Gogo parse and run them; the commands are the methods of {@link
 * org.chiralkick.cli.console.MechanismCommands}. Nothing listens but the terminal. <b>Who calls whom.</b> {@code chiralkick shell} makes a console
 * on an embedded Felix.
 *
 * <p>Literature: OSGi RFC 147, Command Line Interface.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.cli.console;
