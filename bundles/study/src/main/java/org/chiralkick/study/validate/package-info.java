/**
 * The numbers of Kaminski, Uhlemann, Bleicher and Schaffner-Bielich 2016 (Phys. Lett. B 760, 170), computed again.
 *
 * <p><b>Problem.</b> The paper quotes orders of magnitude; an implementation needs digits to be checked against. <b>Method.</b>
 * {@link org.chiralkick.study.validate.PaperNumber} lists each quantity with the paper's quotation and the exact value of the paper's
 * own formula (50-digit arithmetic, rounded to double); {@link org.chiralkick.study.validate.PaperStar} makes the paper's star, one
 * emitting disk of area pi R^2 along B with mu = 300 MeV for all and T = 10 MeV, and lets the coupling compute, under the
 * {@link org.chiralkick.study.validate.PaperSettings} that the mechanism's bundle carries. {@link
 * org.chiralkick.study.validate.GoldenStates} and {@link org.chiralkick.study.validate.CoolingSeries} add what else there is to compare with,
 * and {@link org.chiralkick.study.validate.ValidationPage} writes it down. <b>Who calls whom.</b> The {@code validate} command calls this
 * package; the computed values come out of the mechanism's service through the coupling, rates and kicks out of its ledger.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.validate;
