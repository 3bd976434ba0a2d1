/**
 * The step path: from a block of zones to its fluxes, in small loops over columns.
 *
 * <p><b>Problem.</b> A host calls once per block and Runge-Kutta stage, from many threads, and a zone may cost a few
 * nanoseconds. <b>Method.</b> A block is walked in pieces of 512 zones, where all columns are
 * walked at once of 4096. Per piece the closures prepare mu_e, mu_5, mu_nu, T and the
 * share; from them come, for each flux, one coefficient per field and one per vorticity (the species form,
 * guide/physics.md (2.6) and (2.7), species added up so that nothing cancels), under the default closures all in one loop; and a last loop per flux adds
 * {@code coefficient * B + coefficient * curl v} to the host's three columns. Flags are raised by loops of their own. Scratch columns
 * come from a pool that belongs to the instance: no allocation, no lock, and nothing that outlives the bundle.
 *
 * <p><b>Factors.</b> Which current takes which part comes from the anomaly coefficients of the field content, when a kernel is made
 * ({@link org.chiralkick.chiral.anomaly.CurrentFactors}). A formula of a flux is written twice, once in a method that the plain loops share,
 * once for vectors.
 *
 * <p><b>All at once.</b> Under the default closures, in a VM that was started with {@code --add-modules jdk.incubator.vector}, one loop
 * does it all, by the same operations and with the same bits: {@link org.chiralkick.chiral.kernel.FusedFluxes}. It is as fast as C, but
 * is slow until it is compiled, so it takes over only after half a
 * billion zones of a thread. The plain loops do the rest of a window, the other
 * closures, and everything in other VMs.
 *
 * <p><b>The shape of the plain loops</b> is what C2 (JDK 17 and 25) vectorises, found by measuring; a loop of another shape runs at a fifth
 * of the speed.
 *
 * <ul>
 *   <li>A loop is unrolled, and so vectorised, only if its body has at most 60 nodes. A column takes six, but three where the index is
 *       known to be in the range of every array: hence the masks of {@link org.chiralkick.chiral.closure.LeptonColumns#first}. A column
 *       that is written takes one more, an operation one, the loop itself ten.
 *   <li>All columns have the same index: a store and a load at different offsets count as possibly the same place.
 *   <li>No branch, and no reduction.
 *   <li>No sum and no product has two operands of the same kind, such as {@code a * b + c * d}: the copies of an unrolled body may have
 *       them in different order, and are then not recognised as the same. Hence {@link Math#fma}, whose operands keep their places; it
 *       needs a processor that has the instruction.
 * </ul>
 *
 * <p><b>Literature.</b> Kaminski, Uhlemann, Bleicher, Schaffner-Bielich, Phys. Lett. B 760 (2016) 170; Vilenkin, Phys. Rev. D 20
 * (1979) 1807. <b>Who calls whom.</b> {@link org.chiralkick.chiral.ChiralSource} calls
 * {@link org.chiralkick.chiral.kernel.ChiralKernel}, which calls the closures and the loops of this package.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.chiral.kernel;
