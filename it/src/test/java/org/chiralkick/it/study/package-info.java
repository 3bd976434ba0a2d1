/**
 * Studies as a Java program has them: values from {@code org.chiralkick.study} on the distribution's folder, without a terminal.
 *
 * <p>Each is compared with what the command of the same name prints.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.study;
