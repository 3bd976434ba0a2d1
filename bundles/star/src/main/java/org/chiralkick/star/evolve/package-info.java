/**
 * The star through time.
 *
 * <p><b>Problem.</b> Diffusion, contraction and beta equilibrium act together and stiffly; leptons and energy must add up.
 * <b>Method.</b> Backward Euler for all zones at once ({@link org.chiralkick.star.evolve.ImplicitStep}): four equations and
 * unknowns per zone, Newton's method, a block-tridiagonal solver. The equations are written so that their sum over zones
 * telescopes to the conservation laws. {@link org.chiralkick.star.evolve.Evolution} chooses the steps by the change of
 * temperature and lepton fraction, repeats those that fail, and keeps the account of what left.
 * {@link org.chiralkick.star.evolve.Relaxation} brings a profile to rest first.
 *
 * <p><b>Accuracy.</b> First order in time: the flux coefficients are those of the old state. <b>Who calls whom.</b> {@code org.chiralkick.star};
 * the mechanism's flows come in as {@link org.chiralkick.star.evolve.AnomalousFlow}.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.star.evolve;
