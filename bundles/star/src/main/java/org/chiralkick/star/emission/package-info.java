/**
 * The star as a host of the adapter.
 *
 * <p><b>Problem.</b> The star is one-dimensional, currents and recoil are not. <b>Method.</b> Zones are broadcast over
 * directions about the magnetic axis ({@link org.chiralkick.star.emission.InteriorBlock}); the sphere that emits ({@link
 * org.chiralkick.star.emission.Neutrinosphere}) is a block of its own with surface elements ({@link
 * org.chiralkick.star.emission.SurfaceBlock}): in a star that evolves found anew each step at tau = 2/3, else at a radius or density
 * of the profile. Its force rotates with the star, and two phases average it over a step exactly ({@link org.chiralkick.star.emission.Spin}). The angular
 * mean of the returned flux goes back into the lepton equation ({@link org.chiralkick.star.emission.Feedback}). {@link
 * org.chiralkick.star.emission.EmissionReplay} lets a known history of that sphere emit, through any coupling; for a star that stays
 * as it is that is all. What flows inside is projected on l = 1 for the response of the whole star ({@link
 * org.chiralkick.star.emission.DipoleReplay} and the run itself). <b>Who calls
 * whom.</b> The stars of the package above call {@link org.chiralkick.star.emission.CoupledStar} and the replays; they call {@code org.chiralkick.host.Coupling}:
 * begin, evaluate, then commit or rollback with the star's own step.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.star.emission;
