/**
 * One block of zones through the sources.
 *
 * <p><b>Problem.</b> Sources want columns in fixed units, in pieces that stay in the first-level cache; hosts have views of any
 * shape, fields of their own choice, and zones that are not valid. <b>Method.</b> A {@link org.chiralkick.host.internal.block.BlockPlan} says once per binding and set of
 * sources which columns are read, derived, computed and written. {@link org.chiralkick.host.internal.block.BlockEvaluator} then works in
 * pieces of 1024 zones: gather or lend, check, derive, call every source, count recoil, write back. A zone with invalid input or
 * result is zeroed and flagged and touches nothing else. All scratch memory sits in a
 * {@link org.chiralkick.host.internal.block.Workspace}, one per thread at work, from a lock-free pool. <b>Who calls whom.</b> The coupling
 * evaluates; the sources are called from here only.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.block;
