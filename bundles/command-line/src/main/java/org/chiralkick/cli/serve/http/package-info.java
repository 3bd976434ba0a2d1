/**
 * A run in the browser: one page, its numbers, and the orders that it sends back.
 *
 * <p><b>Problem.</b> Someone wants to watch a run and to exchange its mechanism from a browser, and nobody else may: no other machine, and
 * no page from elsewhere that the same browser shows. <b>Method.</b> The JDK's own HTTP server, on a loopback address only
 * ({@link org.chiralkick.cli.serve.http.Loopback}), with few threads, short queues and limits on size and time.
 * {@link org.chiralkick.cli.serve.http.Gate} refuses requests under a foreign name (DNS rebinding), from a foreign page (cross-site
 * requests) or of another shape; {@link org.chiralkick.cli.serve.http.OrderReader} refuses orders that the run could not carry out.
 * Answers are made from the run's published states, never from the run. The page asks for what is new after the version it has.
 *
 * <table>
 * <caption>What it answers</caption>
 * <tr><td>{@code GET /}</td><td>the page</td></tr>
 * <tr><td>{@code GET /state?after=VERSION}</td><td>numbers and content of the page as JSON; 204 if nothing is newer</td></tr>
 * <tr><td>{@code GET /report.html}</td><td>the report of the run so far, as a file that needs no server</td></tr>
 * <tr><td>{@code POST /order}</td><td>a JSON object such as {@code {"order": "use", "source": "vortical"}}; 202 if it is accepted</td></tr>
 * </table>
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.cli.serve.http;
