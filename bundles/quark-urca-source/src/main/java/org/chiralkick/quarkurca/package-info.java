/**
 * The quark Urca source: neutrinos of quark matter leave along the spins of its polarised electrons.
 *
 * <p><b>Problem.</b> In a core of quark matter d -&gt; u + e + anti-nu_e and u + e -&gt; d + nu_e cool the star. A strong field puts
 * electrons into the lowest Landau level, where their spins point one way, and the weak interaction sends neutrinos and antineutrinos
 * along them. It needs no net lepton number and no chirality of a medium: the rival that Kaminski et al. 2016 name. <b>Method.</b>
 * guide/physics.md (8.2) and (8.3): the momentum per volume and time is a fraction of the emissivity,
 *
 * <pre>
 *   chi_e eps/c,   chi_e = min(1, 3 eB/2 mu_e^2),   eps = (914/315) G_F^2 cos^2(theta_C) alpha_s mu_d mu_u mu_e T^6
 * </pre>
 *
 * along an axis, by default against the field. Neutrinos do not interact on their way out: that holds for a transparent core only, far
 * below the temperatures of the first seconds, as the authors themselves conclude. <b>Who calls whom.</b> The host side finds the
 * service by its name {@code quark-urca}. No host without quark matter can use it: the potentials of the quarks are required.
 *
 * <p>Literature: I. Sagert and J. Schaffner-Bielich, Astron. Astrophys. 489 (2008) 281, arXiv:0708.2352, of which the abstract could be read
 * when this was written (the polarisation opposite to the field, both kinds of neutrino in one direction, the small mean free paths), but not the
 * formulae; N. Iwamoto, Phys. Rev. Lett. 44 (1980) 1637, of which nothing could be read. Ghosh, Phatak and Sahu,
 * arXiv:astro-ph/9304020, find the formula in qualitative agreement with an exact calculation for two flavours, and too large by orders of
 * magnitude where p_F(u) + p_F(e) - p_F(d) is no larger than T.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.quarkurca;
