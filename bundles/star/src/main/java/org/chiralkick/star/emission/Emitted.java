package org.chiralkick.star.emission;

/**
 * What has left in one direction, outward minus inward.
 *
 * @param numberPerSr neutrinos [1/sr]
 * @param ergPerSr their energy at the sphere that emits [erg/sr]
 */
public record Emitted(double numberPerSr, double ergPerSr) {}
