/**
 * A run that goes on at a pace one can watch, and that takes orders meanwhile.
 *
 * <p><b>Problem.</b> Twenty seconds of cooling take two seconds to compute: nobody sees what happens when, and nobody could exchange the
 * mechanism in the middle. <b>Method.</b> {@link org.chiralkick.cli.serve.LiveRun} owns the star and its coupling on one thread. Between
 * two steps it waits as long as the {@link org.chiralkick.cli.serve.Pace} wants, and carries out the orders of a bounded queue: pause,
 * go on, one step, another pace, another mechanism or other closures, which act from the next begin on ({@code Coupling.use}). After
 * each step or order it publishes an immutable {@link org.chiralkick.cli.serve.LiveState}; whoever watches reads nothing else.
 * {@link org.chiralkick.cli.serve.Installed} follows which mechanisms there are, those dropped into {@code bundles/} meanwhile included.
 * {@link org.chiralkick.cli.serve.ServePage} describes a state as a page, {@link org.chiralkick.cli.serve.StateJson} as JSON.
 *
 * <p><b>Who calls whom.</b> {@code chiralkick serve} starts a run here and shows it through {@code org.chiralkick.cli.serve.http}, which
 * this package does not know.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.cli.serve;
