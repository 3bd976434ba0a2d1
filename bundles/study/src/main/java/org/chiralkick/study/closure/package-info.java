/**
 * Assumptions of a result: the closures of its sources, each with its other choices, and what the validity flags mean.
 *
 * <p><b>Who calls whom.</b> Comparisons, scans and pages call this package.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.closure;
