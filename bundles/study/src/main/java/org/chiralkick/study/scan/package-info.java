/**
 * Scans: the kick over a grid of inputs.
 *
 * <p><b>Problem.</b> Which assumption makes the kick is a question about many runs: fields, spins, closures, profiles against each
 * other. Such a scan takes long, is interrupted, and must go on where it stopped. <b>Method.</b> An axis is an option of {@code
 * chiralkick run} with several values; a point of the grid is one command line. The table of results is at the same time
 * the record of what is done: a row is appended when its point is done, and a row that a crash cut off is dropped.
 *
 * <p><b>Who calls whom.</b> {@code ScanCommand} makes a {@link org.chiralkick.study.scan.ScanGrid} of {@link
 * org.chiralkick.study.scan.Axis axes}, computes its points on a few threads and keeps them in a {@link
 * org.chiralkick.study.scan.ScanFile}.
 */
@NullMarked
package org.chiralkick.study.scan;

import org.jspecify.annotations.NullMarked;
