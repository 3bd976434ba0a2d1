/**
 * A page as one HTML file that needs nothing else: no network, no folder beside it.
 *
 * <p><b>Method.</b> {@code page.html} is the frame; {@code page.css}, {@code page.js} and Apache ECharts (Apache License 2.0, its notice
 * is at the head of its code) go into it as they are, the content as one JSON object that {@code page.js} turns into headings, tables
 * and charts. A content security policy in the page forbids every request. Charts are SVG: sharp on paper and on any screen.
 * {@code HtmlPage.live} makes the same page for a server that follows a run: it may ask that server, and takes new content.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.report.html;
