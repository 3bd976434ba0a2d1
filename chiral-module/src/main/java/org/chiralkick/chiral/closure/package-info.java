/**
 * The choices that turn anomaly coefficients into a neutrino flux, each one small, named strategy.
 *
 * <p><b>Problem.</b> The anomaly fixes lepton and axial currents for given chemical potentials of e_L, e_R and nu_L. A host
 * gives less than that, and asks for more: the flux and the energy of the neutrinos that leave. What fills the gap is an
 * assumption, not a result, so every one is chosen by name and named in every result. <b>Method.</b>
 *
 * <ul>
 *   <li>{@link org.chiralkick.chiral.closure.PotentialsClosure}: each species its own potential, or one for all;
 *   <li>{@link org.chiralkick.chiral.closure.ChiralityClosure}: how the electrons divide between left and right;
 *   <li>{@link org.chiralkick.chiral.closure.ShareClosure}: which part of the left-handed electron current leaves as neutrinos;
 *   <li>{@link org.chiralkick.chiral.closure.MomentumClosure}: how much energy, hence momentum, they carry;
 *   <li>{@link org.chiralkick.chiral.closure.FieldClosure}: how gauss become MeV^2.
 * </ul>
 *
 * The fifth choice, the recoil geometry, is the host side's. A closure works on
 * {@link org.chiralkick.chiral.closure.LeptonColumns}, a few hundred zones at a time, in loops without branches.
 *
 * <p><b>Literature.</b> Kaminski, Uhlemann, Bleicher, Schaffner-Bielich, Phys. Lett. B 760 (2016) 170. <b>Who calls whom.</b>
 * {@code kernel} calls the closures in this order for each piece of a block; nobody else does.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.chiral.closure;
