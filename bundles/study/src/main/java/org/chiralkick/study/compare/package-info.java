/**
 * The same star under other sources, presets and closures, side by side.
 *
 * <p>A {@link org.chiralkick.study.compare.KickCase} is one row, a {@link org.chiralkick.study.compare.KickTable} all of them, as
 * text, CSV or JSON. <b>Who calls whom.</b> The commands {@code compare} and {@code scan} call this package.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.compare;
