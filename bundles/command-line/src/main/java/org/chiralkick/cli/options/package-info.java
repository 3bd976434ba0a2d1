/**
 * Options that several commands share: the star, its field, the sources, the evolution.
 *
 * <p><b>Method.</b> Each class is a picocli mixin that turns what was given into a value of {@code org.chiralkick.study} or {@code
 * org.chiralkick.star}, and refuses what that star would ignore. <b>Who calls whom.</b> Commands mix them in.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.cli.options;
