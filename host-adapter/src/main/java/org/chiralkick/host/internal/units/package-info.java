/**
 * The dimension of every field that crosses, in one table, and the factor between the host's unit and the SPI's.
 *
 * <p><b>Problem.</b> A host computes in code units and in Gaussian or Heaviside-Lorentz fields. <b>Method.</b> Each field is a
 * product of powers of mass, length and time, or a temperature, or a chemical potential; electromagnetic fields carry half powers
 * and a factor sqrt(4 pi) (Jackson, Classical Electrodynamics, appendix on units). A factor of 1 is exactly 1, so a host in cgs
 * keeps its bits. <b>Who calls whom.</b> The plan of a block asks once per column.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.units;
