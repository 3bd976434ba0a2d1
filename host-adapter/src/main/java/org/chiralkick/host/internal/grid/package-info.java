/**
 * The faces of the zones of a grid, through which a flux leaves them.
 *
 * <p><b>Problem.</b> A divergence that conserves is summed face by face, with the same bits on both sides of a face. <b>Method.</b> Three
 * layers of the flux are kept while a block is gone through; a face takes the mean of the zones beside it. <b>Who calls whom.</b> {@code
 * Divergence} makes the faces of a grid and asks each zone.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.grid;
