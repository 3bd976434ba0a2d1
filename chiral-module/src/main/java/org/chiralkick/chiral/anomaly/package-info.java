/**
 * From a list of Weyl species to the anomalous conductivities: the readable definition of what the kernel evaluates.
 *
 * <p><b>Problem.</b> Electrons of both chiralities and left-handed neutrinos carry electric charge, lepton number and axial
 * lepton number. Their quantum anomalies fix how much of each charge, and of energy, flows along a magnetic field and along the
 * vorticity, whatever the interactions. <b>Method.</b> The species' charges are data; the chiral anomaly gives
 * {@code C_abc}, the mixed gauge-gravitational anomaly {@code beta_a}, and from them follow
 *
 * <pre>
 *   sigma^B_ab     = C_abc mu_c                                    charge a along the field of b
 *   sigma^V_a      = C_abc mu_b mu_c/2 - beta_a T^2                charge a along curl v
 *   sigma^B_eps,b  = C_bcd mu_c mu_d/2 - beta_b T^2                energy along the field of b
 *   sigma^V_eps    = C_abc mu_a mu_b mu_c/3 - 2 beta_a mu_a T^2    energy along curl v
 * </pre>
 *
 * The same numbers are sums over free species ({@link org.chiralkick.chiral.anomaly.WeylCurrent}), which is the form that the
 * kernel uses, with the coefficients turned into a factor per current ({@link org.chiralkick.chiral.anomaly.CurrentFactors}); the tests
 * hold both forms against each other on every golden state, and for other charges.
 *
 * <p><b>Literature.</b> Kaminski, Uhlemann, Bleicher, Schaffner-Bielich, Phys. Lett. B 760 (2016) 170; Son and Surowka, Phys.
 * Rev. Lett. 103 (2009) 191601; Landsteiner, Megias, Pena-Benitez, Phys. Rev. Lett. 107 (2011) 021601. <b>Who calls whom.</b>
 * {@code kernel} takes its factors from here when it is made, and the functions of {@code mu} and {@code T} of a species at every
 * step.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.chiral.anomaly;
