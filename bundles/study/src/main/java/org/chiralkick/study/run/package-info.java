/**
 * One run: a star, a field and sources in, the kick with its history and budgets out.
 *
 * <p>{@link org.chiralkick.study.run.RunInputs} says what evolves, {@link org.chiralkick.study.run.StarPlan} what emits, {@link
 * org.chiralkick.study.run.Evolutions} keeps the evolutions that serve many kicks; {@link org.chiralkick.study.run.Run} is the
 * result. <b>Who calls whom.</b> Every other study calls this package; it calls {@code org.chiralkick.star}.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.run;
