/**
 * The step path: from a block of zones to its fluxes, in small loops over columns.
 *
 * <p><b>Problem.</b> A host calls once per block and Runge-Kutta stage, from many threads, and a zone may cost a few
 * nanoseconds. <b>Method.</b> A block is walked in pieces of a few hundred zones that stay in the first-level cache. Per piece
 * the closures prepare mu_e, mu_5, mu_nu, T and the share; from them come, for each flux wanted, one coefficient per field and
 * one per vorticity (the species form of PHYSICS section 2, species added up so that nothing cancels); and a last loop per axis
 * adds {@code coefficient * B + coefficient * curl v} to the host's column. Each loop touches a few columns and has no branch,
 * so that the compiler vectorises it. Flags are raised by loops of their own. Scratch columns come from a pool that belongs to
 * the instance: no allocation, no lock, and nothing that outlives the bundle.
 *
 * <p><b>Literature.</b> Kaminski, Uhlemann, Bleicher, Schaffner-Bielich, Phys. Lett. B 760 (2016) 170; Vilenkin, Phys. Rev. D 20
 * (1979) 1807. <b>Who calls whom.</b> {@link org.chiralkick.chiral.ChiralSource} calls
 * {@link org.chiralkick.chiral.kernel.ChiralKernel}, which calls the closures and the loops of this package.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.chiral.kernel;
