/**
 * The laws of the architecture, checked on the compiled classes: dependencies point to the SPI, and mechanisms and the host side
 * never see each other.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.architecture;
