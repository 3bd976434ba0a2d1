/**
 * Results as pages, pictures and files.
 *
 * <p>A run's page is made of sections, one class each: the answer, the star, what it emits, the budgets, the inside, the kick, the
 * closures, the checks, the inputs. {@link org.chiralkick.study.page.RunFiles} writes them with tables and JSON into one folder.
 * <b>Who calls whom.</b> Commands call this package with finished values; it opens no coupling, and {@code org.chiralkick.report}
 * draws.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.page;
