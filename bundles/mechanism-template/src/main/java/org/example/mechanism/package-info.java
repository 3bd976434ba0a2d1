/**
 * A mechanism of anisotropic neutrino emission for ChiralKick.
 *
 * <p>Say here what it is, in the order of the shipped ones: the problem, the method, who calls whom, the literature.
 */
package org.example.mechanism;
