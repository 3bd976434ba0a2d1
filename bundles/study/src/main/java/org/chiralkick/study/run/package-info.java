/**
 * One run: a star, a field and sources in, the kick with its history and budgets out.
 *
 * <p><b>Problem.</b> A star that cools has a state after each step, a frozen one a single state; whoever reads a result should not have
 * to care. <b>Method.</b> {@link org.chiralkick.study.run.RunInputs#builtIn} and its like begin a star, with the defaults of the command
 * line; {@link org.chiralkick.study.run.Run#of} computes it with its mechanisms, and {@link org.chiralkick.study.run.RunResult#of} what
 * only a report needs. {@link org.chiralkick.study.run.StarPlan} is a star without field and rotation, to be given many of them;
 * {@link org.chiralkick.study.run.Evolutions} keeps the evolutions that serve many kicks. {@link org.chiralkick.study.run.RunTables} has
 * the numbers as columns. <b>Who calls whom.</b> Every other study calls this package; it calls {@code org.chiralkick.star}.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.run;
