/**
 * Observed speeds and fields of neutron stars, to draw behind a prediction.
 *
 * <p><b>Problem.</b> A kick that grows with the field invites a look at the sky: are stars with stronger fields faster? <b>Method.</b>
 * Catalogues of pulsars and magnetars with a transverse speed and the dipole field that follows from spin-down, and the
 * rank correlation of the two (Spearman) with the probability to find it by chance.
 *
 * <p><b>What it cannot say.</b> The field that follows from spin-down is the dipole outside the star today; what kicks is the field
 * inside the star in its first seconds. No correlation in these data neither supports nor excludes the mechanism, and a prediction
 * must never be shown beside them without saying so.
 *
 * <p><b>Who calls whom.</b> Whoever draws reads {@link org.chiralkick.study.observe.Catalogue catalogues} and asks for
 * their {@link org.chiralkick.study.observe.RankCorrelation}.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.observe;
