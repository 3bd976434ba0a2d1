/**
 * Fluxes of the zones of a table, one row per zone.
 *
 * <p><b>Who calls whom.</b> The command {@code evaluate} calls {@link org.chiralkick.study.evaluate.ZoneTable}, which binds the
 * columns of a table as a host binds its arrays.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.evaluate;
