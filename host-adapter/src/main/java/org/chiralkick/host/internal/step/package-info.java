/**
 * The step protocol's state: which step is pending, who is evaluating in it, and what may take part.
 *
 * <p><b>Problem.</b> Hosts evaluate blocks from many threads at once, and a step must not end, be replaced or lose its sources
 * under an evaluation. <b>Method.</b> Phase and number of running evaluations share one word that is changed by compare-and-set:
 * evaluations take no lock, and the end of a step sees at once whether some still run. Hosts without threads of their own can
 * have their blocks spread over a fixed pool, which hands out work without allocating. Sources are looked at before they take part in
 * a step: described, evaluated once, and compared with what the host asks for. <b>Who calls whom.</b> The coupling alone.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.step;
