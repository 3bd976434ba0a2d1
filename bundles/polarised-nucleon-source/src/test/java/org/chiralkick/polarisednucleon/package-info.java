/** Tests of the polarised-nucleon source: worked numbers, equilibrium, and the signs of the species. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.polarisednucleon;
