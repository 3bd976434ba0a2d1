/**
 * From fluxes to recoil: what one zone's emission gives the star.
 *
 * <p><b>Problem.</b> A flux through the emitting surface says what leaves, not in which direction momentum leaves; that is a
 * closure. <b>Method.</b> The five geometries of guide/physics.md (4.7) on surface elements, their volume forms, torque about the
 * centre of mass and the lapse of section 9. The sign is the star's: opposite to the neutrinos'. <b>Literature.</b> Kaminski et al.,
 * Phys. Lett. B 760 (2016) 170 for the disk; Lambert's law for diffuse emission. <b>Who calls whom.</b> The block evaluator, for
 * each emitting zone and source; the result goes to the ledger. For a host with transport of its own nothing of this is computed: the
 * coupling takes what leaves as it is told ({@link org.chiralkick.host.internal.emission.ToldEmission}).
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.emission;
