/**
 * Stars that can be kicked: a spherical star as a host code, the smallest host that shows a kick, and the star that evolves.
 *
 * <p><b>Problem.</b> A one-dimensional simulation knows rho, T, Y_e, Y_nu against radius; the recoil needs a surface, a magnetic
 * field with a direction, and time. <b>Method.</b> A {@link org.chiralkick.cli.star.StarProfile} (read from a file, or the
 * built-in fit {@link org.chiralkick.cli.star.BuiltInStar}) gives the {@link org.chiralkick.cli.star.StarState} on the
 * emission surface, the same at all angles. {@link org.chiralkick.cli.star.EmissionSphere} puts surface elements on that
 * sphere: Gauss-Legendre in |cos theta_B| for each magnetic hemisphere times a uniform azimuth, so that the kink of
 * max(F.n, 0) at the magnetic equator lies between the hemispheres and integrals of uniform and dipole fields are exact to
 * rounding. The elements co-rotate with the star; {@link org.chiralkick.cli.star.RotationStages} resolves the rotation within
 * a step by Gauss-Legendre nodes in time, handed to the coupling as stages whose weights sum to 1. The state is held fixed in
 * time: that is an assumption, and every result says so.
 *
 * <p>Commands that compute many kicks ask an {@link org.chiralkick.cli.star.Emitter} for each: {@link
 * org.chiralkick.cli.star.StaticEmitter} is that star, {@link org.chiralkick.cli.star.EvolvingEmitter} one that cools ({@code
 * org.chiralkick.pns}), whose evolution serves all kicks where it does not feel the mechanism.
 *
 * <p>Literature: Liebendoerfer et al. 2005 (profiles); Kaminski et al. 2016 (estimate); Spruit and Phinney 1998, Nature 393, 139
 * (rotation averages the kick onto the spin axis). <b>Who calls whom.</b> Commands call this package; it calls
 * {@code org.chiralkick.host.Coupling}, as any other host would.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.cli.star;
