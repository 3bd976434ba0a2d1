/**
 * The sources of a step, as the rest of the adapter sees them.
 *
 * <p><b>Problem.</b> What sources say about themselves is asked once, not in each evaluation: who they are, under which keys the ledger keeps what
 * they give, what is assumed. <b>Method.</b> A {@link org.chiralkick.host.internal.source.SourceSet} holds the answers for sources that act
 * together; {@link org.chiralkick.host.internal.source.SourceWarmUp} runs a new one before its first step; {@link
 * org.chiralkick.host.internal.source.StepIdentities} says what steps with it are made with. <b>Who calls whom.</b> The coupling makes
 * sets when sources change; the evaluation of blocks and the ledger ask them.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.source;
