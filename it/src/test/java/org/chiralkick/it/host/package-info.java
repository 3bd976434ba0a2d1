/**
 * The host side seen by a host: scripted evolutions with everything that real codes do to a coupling, and bad input.
 *
 * <p><b>Problem.</b> Host codes do much to a coupling: Runge-Kutta stages with weights, predictors, retries with a smaller dt,
 * blocks that are cut anew by AMR, NaN in atmosphere zones, threads, restarts. <b>Method.</b> {@link org.chiralkick.it.host.MockHost}
 * does it by script, with a source whose flux is known in closed form ({@link org.chiralkick.it.host.PushSource}); the ledger is
 * compared with the integral, and bit by bit with the ledger of a run without the disturbance.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.host;
