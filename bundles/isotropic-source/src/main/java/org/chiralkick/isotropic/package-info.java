/**
 * The isotropic source: no correction at all. It is the control of every experiment.
 *
 * <p><b>Problem.</b> A kick is credible only beside the same run without the mechanism: same host, same step protocol, same
 * ledger, no fluxes. <b>Method.</b> Emission that is the same in all directions carries no net momentum, so every flux is zero
 * and there is nothing to add. <b>Who calls whom.</b> The host side finds the service by its name {@code isotropic} and calls
 * it like any other source.
 *
 * <p>Literature: none is needed for zero; isotropic emission is the usual assumption of one-dimensional simulations, such as
 * Burrows and Lattimer, Astrophys. J. 307 (1986) 178.
 *
 * <p><b>To write a mechanism</b>, copy {@code mechanism-template} of the distribution: a whole project, with what this one does not need. The {@code
 * vortical-source} folder next door is the smallest mechanism with physics in it.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.isotropic;
