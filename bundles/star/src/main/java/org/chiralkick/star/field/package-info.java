/**
 * Magnetic fields of the star: analytic ones, maps from files, and how contraction changes them.
 *
 * <p><b>Problem.</b> Mechanisms need B in every zone and direction, in gauss. <b>Method.</b> {@link
 * org.chiralkick.star.field.MagneticField} is any field that is symmetric about an axis, in polar components; {@link
 * org.chiralkick.star.field.FieldMap} reads one from HDF5; {@link org.chiralkick.star.field.FrozenField} carries it along with
 * the mass shells; {@link org.chiralkick.star.field.FieldShape} is a field of unit strength and {@link
 * org.chiralkick.star.field.Magnet} the strength and rotation that a star is given, together a {@link
 * org.chiralkick.star.field.SpinningField}. <b>Assumptions.</b> Ideal induction in a spherical flow; the decay, if any, is a common factor. The field
 * does not act back on the star.
 *
 * <p>Literature: Bucciantini and Del Zanna 2011, A&amp;A 528, A101 (the maps). <b>Who calls whom.</b> The emission needs it for
 * each zone and direction.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.star.field;
