/**
 * The polarised-nucleon source: neutrinos drift along the field because it polarises the nucleons that absorb and scatter them.
 *
 * <p><b>Problem.</b> In a field B the spins of nucleons point a little more one way, P = -tanh(1.913 mu_N B/T) for neutrons, and parity
 * violation makes their cross sections depend on the angle between neutrino and field. Horowitz and Li saw that many scatterings add up;
 * Arras and Lai that detailed balance forbids any flux where neutrinos are in equilibrium with matter, so that only what departs from it drifts.
 * <b>Method.</b> guide/physics.md (8.4) to (8.6), for each species by itself, because neutrinos and antineutrinos drift opposite ways:
 *
 * <pre>
 *   A = (c/3) (1/chi_t) [chi_a eps_a + chi_s eps_s] Bhat (E_eq - E),      chi_t = chi_a + chi_s
 *
 *             eps_a                                        eps_s
 *   nu_e      +2 g_A (g_A + 1)/(1 + 3 g_A^2) P_n = +0.987 P_n    +4 g_A^2/(1 + 3 g_A^2) P_n = +1.107 P_n
 *   anti-nu_e -2 g_A (g_A - 1)/(1 + 3 g_A^2) P_p = -0.119 P_p    -4 g_A^2/(1 + 3 g_A^2) P_n = -1.107 P_n
 * </pre>
 *
 * eps_a are the neutrino and the electron asymmetry of the decay of polarised neutrons, by crossing; eps_s is what the cross section
 * prefers of incoming directions minus what it prefers of outgoing ones, and (8.5) is the case chi_a eps_a = 0. Muon and tau neutrinos
 * only scatter, and those of them and their antiparticles cancel. {@link org.chiralkick.polarisednucleon.NucleonAsymmetry} has the drift of a
 * species; {@link org.chiralkick.polarisednucleon.GreyDrift} takes all its energies together, {@link
 * org.chiralkick.polarisednucleon.GroupDrift} each energy group of a host with spectral transport. Each asks for its own fields only where its
 * flux is wanted.
 *
 * <p><b>Energy only.</b> What a host gives is the energy E of a group, and how many neutrinos that is depends on how they are spread over it: with
 * any guess the number of two groups would not be that of the group they make up. So there is no number flux; a transport that follows numbers
 * has a mean energy for each group and divides by it.
 *
 * <p><b>Left out.</b> That E - E_eq stands for the departure in scattering leaves out how neutrinos of other energies depart: derived with the energy
 * that a spin flip exchanges, the scattering part follows (1 - 2 f_eq) df + T d(df)/dE, df the departure of the occupation, which also vanishes in equilibrium. Degeneracy of the
 * nucleons, which lowers their polarisation, protons that scatter, and electrons in the lowest Landau level that absorption ends in.
 *
 * <p><b>Who calls whom.</b> The host side finds the service by its name {@code polarised-nucleon}. The host gives E and the opacities; one
 * that knows only its fluxes has U - U_eq = -div F_s/(c chi_a) to first order, (8.7).
 *
 * <p>Literature: C. J. Horowitz and Gang Li, Phys. Rev. Lett. 80 (1998) 3694, arXiv:astro-ph/9705126; P. Arras and D. Lai, Astrophys. J. 519 (1999)
 * 745, arXiv:astro-ph/9806285. Of both the abstracts and introductions could be read when this was written, the formulae not: the asymmetries were
 * derived anew, their sum of signs checked with the decay of the neutron. P. Arras and D. Lai, Phys. Rev. D 60 (1999) 043001, arXiv:astro-ph/9811371,
 * could not be read at all.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.polarisednucleon;
