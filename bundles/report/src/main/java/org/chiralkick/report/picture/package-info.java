/**
 * Charts of a page as PNG files, for talks and papers.
 *
 * <p><b>Method.</b> Line charts are drawn by XChart; choices on a scale and maps of a sphere, which it does not have, with Java 2D.
 * Nothing opens a window: it works without a display ({@code java.awt.headless=true}), and needs any one font. Each picture has
 * {@link org.chiralkick.report.picture.Pictures#WIDTH} pixels across, a white background, and units on its axes.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.report.picture;
