/**
 * What a result is shown as: a page of sections, and tables of columns.
 *
 * <p><b>Problem.</b> A run, a comparison, a scan and an evolving star all end in numbers that someone has to look at, on a screen, on
 * paper, in a talk, in another program. <b>Method.</b> Whoever has a result describes it once with the records of this package: a
 * {@link org.chiralkick.report.Page} holds {@link org.chiralkick.report.Section sections} of {@link org.chiralkick.report.Block
 * blocks} (line charts, choices on a scale, a map of a sphere, facts, tables, notes); a {@link org.chiralkick.report.Table} holds
 * columns with units. Nothing here knows what a star is. The same description becomes an HTML page with interactive charts
 * ({@link org.chiralkick.report.html}), PNG pictures ({@link org.chiralkick.report.picture}) and an HDF5 file
 * ({@link org.chiralkick.report.hdf5}).
 *
 * <p><b>Conventions.</b> Every axis and column carries its unit. Colours are those of Okabe and Ito 2008 ("Color Universal Design"),
 * told apart by line style or shape as well. A value that is not known is NaN: a gap in a chart, an empty cell in a table.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.report;
