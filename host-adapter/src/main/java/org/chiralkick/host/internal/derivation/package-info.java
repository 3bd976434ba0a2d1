/**
 * Fields that a host does not give and that follow from those which it gives.
 *
 * <p><b>Problem.</b> A source needs a chemical potential, a host has density, temperature and Y_e; and a host's zones may hold anything. <b>Method.</b> A
 * {@link org.chiralkick.host.internal.derivation.Derivation} says from what a field follows, the {@link
 * org.chiralkick.host.internal.derivation.Deriver} computes it column by column, {@link org.chiralkick.host.internal.derivation.ZoneCheck} marks zones whose
 * numbers are none. <b>Who calls whom.</b> The plan of a block chooses derivations, its pieces are derived and checked here.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.derivation;
