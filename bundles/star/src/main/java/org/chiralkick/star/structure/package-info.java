/**
 * The star as mass shells: grid, radii, gravity, and how a simulation's profile becomes one.
 *
 * <p><b>Problem.</b> Contraction turns gravitational into thermal energy; with forces and energies discretised independently
 * the account would not close. <b>Method.</b> {@link org.chiralkick.star.structure.Gravity} is a function of the interface radii
 * alone, and the balance of forces that the evolution solves is its exact discrete derivative. {@link
 * org.chiralkick.star.structure.StellarProfile} puts a profile of {@code org.chiralkick.star.profile} on a {@link
 * org.chiralkick.star.structure.MassGrid}. <b>Assumptions.</b>
 * Quasi-static: inertia is neglected, as sound crosses the star in less than a millisecond. Gravity is Newton's, or enhanced by
 * a frozen relativistic factor. <b>Who calls whom.</b> The evolution and {@code org.chiralkick.star}.
 *
 * <p>Literature: Marek, Dimmelmeier, Janka, Mueller and Buras 2006, A&amp;A 445, 273 (effective relativistic gravity).
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.star.structure;
