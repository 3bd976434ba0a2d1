/**
 * The guide holds: its equations are those that the sources cite, its commands run, and what it shows is what they print.
 *
 * <p>{@link org.chiralkick.it.guide.PhysicsCitationsTest} reads the sources; {@link org.chiralkick.it.guide.GuideIT} follows each page
 * of the built distribution line by line, as a newcomer does.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.guide;
