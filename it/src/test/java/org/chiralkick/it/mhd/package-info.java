/**
 * The outputs for MHD codes as such a code takes them: induction, axial density and step all through a coupling.
 *
 * <p><b>Problem.</b> Signs, units and factors of the chiral current, the anomaly and the step limit are right only together: a growing
 * mode with the wrong anomaly never saturates, and a step that is too long makes the axial density swing. <b>Method.</b> {@link
 * org.chiralkick.it.mhd.InductionBox}, a code of its own in units of its own, knows nothing but guide/physics.md (7.2) and (7.6); its
 * growth, its saturation and its invariant (7.9) are known in closed form.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.mhd;
