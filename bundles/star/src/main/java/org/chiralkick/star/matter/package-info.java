/**
 * Matter of the proto-neutron star: a parametrised nuclear equation of state in beta equilibrium with trapped neutrinos.
 *
 * <p><b>Problem.</b> Cooling and deleptonisation need pressure, heat capacity and mu_n - mu_p from the centre (5e14 g/cm^3,
 * degenerate) to the neutrinosphere (1e11 g/cm^3, a dilute gas), all from one thermodynamic potential, or energy is not
 * conserved. <b>Method.</b> Nucleons are ideal Fermi gases with an effective mass in a Skyrme-like mean field ( {@link
 * org.chiralkick.star.matter.NuclearForces}); electrons and neutrinos are the Weyl gases of {@code org.chiralkick.matter}. With
 * (n, T, Y_e) as variables nothing has to be solved. <b>Assumptions.</b> Homogeneous matter (no nuclei, no pasta), no muons, no
 * hyperons, massless electrons, non-relativistic nucleons. <b>Who calls whom.</b> The structure and transport packages, at
 * every zone and Newton iteration.
 *
 * <p>Literature: Lattimer and Swesty 1991, Nucl. Phys. A 535, 331; Prakash et al. 1997, Phys. Rep. 280, 1; Oertel et al. 2017,
 * Rev. Mod. Phys. 89, 015007.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.star.matter;
