/**
 * A two-moment neutrino transport as a host has one, which takes the anomalous flux per species and energy group through a coupling.
 *
 * <p><b>Problem.</b> Signs and factors of the relaxation term are right only together with what matter gets of it, and a flux that is added in
 * the wrong place still looks like a kick. <b>Method.</b> A code of its own in two geometries, which knows nothing but guide/physics.md (10.1)
 * to (10.3): {@link org.chiralkick.it.moments.MomentBox}, periodic, with an M1 closure and explicit transport, and {@link
 * org.chiralkick.it.moments.MomentStar}, the l = 0 and l = 1 moments of a sphere in the Eddington closure, implicit as a whole. What they
 * conserve and where they settle is known in closed form. {@link org.chiralkick.it.moments.AnomalousFluxes} is all that they know of the
 * coupling. <b>Literature.</b> Levermore, J. Quant. Spectrosc. Radiat. Transfer 31 (1984) 149 (M1).
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.moments;
