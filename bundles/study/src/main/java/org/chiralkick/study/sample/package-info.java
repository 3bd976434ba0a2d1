/**
 * Kicks of a population of newborn neutron stars.
 *
 * <p><b>Problem.</b> Binary population codes need a kick vector per supernova. This mechanism gives one for a field, a spin and
 * the angle between them; a population is a distribution of those three. <b>Method.</b> Each star draws log10 B from a normal
 * distribution, the spin period from a normal one cut off below, and the obliquity; an {@link org.chiralkick.star.EmittingStar}
 * says what kick that gives, with the turning of the star averaged exactly.
 *
 * <p><b>What it cannot say.</b> The field that counts is the one inside the star in its first seconds. The default distribution
 * is that of the dipole fields of radio pulsars at birth (Faucher-Giguere and Kaspi 2006, ApJ 643, 332), times a factor that
 * nobody knows.
 *
 * <p><b>Who calls whom.</b> {@code SampleCommand} draws {@link org.chiralkick.study.sample.NewbornStar stars} from a {@link
 * org.chiralkick.study.sample.Population} and writes their {@link org.chiralkick.study.sample.BinaryKick kicks}.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.sample;
