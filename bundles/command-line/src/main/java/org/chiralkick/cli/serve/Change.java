package org.chiralkick.cli.serve;

/**
 * A mechanism, or closures of it, that took over in mid-run, or that could not.
 *
 * @param step the first step with it; of a refusal the step that was tried
 * @param timeS the star's time at which that step begins [s]
 * @param inForce whether it acts; if not, what acted before goes on
 * @param before what acted before, such as {@code "chiral 1.0.0"}
 * @param after what took over, or was requested
 * @param remark closures that changed, or why it was refused
 */
public record Change(long step, double timeS, boolean inForce, String before, String after, String remark) {}
