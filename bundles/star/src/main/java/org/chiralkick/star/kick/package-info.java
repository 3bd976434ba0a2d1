/**
 * The recoil of a star as a velocity: at the end, with the coupling's sums, and over time.
 *
 * <p><b>Problem.</b> The ledger keeps a momentum in cgs; an astronomer asks for a speed in km/s, its direction, and how it built
 * up. <b>Method.</b> {@link org.chiralkick.star.kick.Kick} divides the momentum by the star's mass; {@link
 * org.chiralkick.star.kick.StarKick} has both closures of escape of a star with transport, and what it has to give; {@link
 * org.chiralkick.star.kick.Kicked} is the one in force with its flags; {@link org.chiralkick.star.kick.KickHistory} keeps one row per
 * step. <b>Who calls whom.</b> Emitting stars make them, studies and pages read them.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.star.kick;
