/**
 * What is checked of a step before it is committed: the weights of its blocks.
 *
 * <p><b>Problem.</b> A stage that is missed, or counted twice, or weighed wrongly gives a wrong kick and no error. <b>Method.</b> The weights
 * of each block are summed as its evaluations are made, by everybody who evaluates on a table of his own, so that no thread waits for
 * another; the tables are added when the step is to be committed. <b>Who calls whom.</b> The evaluation of blocks notes weights, the commit
 * asks.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.audit;
