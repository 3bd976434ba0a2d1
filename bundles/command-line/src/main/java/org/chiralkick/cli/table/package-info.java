/**
 * Tables of numbers in files: comma-separated columns with the unit in each header name.
 *
 * <p><b>Problem.</b> Profiles and zone tables are written by hand, by scripts and by other codes; a silent misreading is a wrong
 * kick. <b>Method.</b> {@link org.chiralkick.cli.table.CsvTable} reads the wanted columns strictly (a cell is a number,
 * {@code nan}, or an error that names file, line and column) and keeps the line of every row for later messages;
 * {@link org.chiralkick.cli.table.CsvWriter} writes doubles so that they read back to the same bits.
 * <b>Who calls whom.</b> The commands and the spherical host call this package; it takes its hints for misspelt names from
 * {@link org.chiralkick.host.json.NearestName}.
 *
 * <p>The dialect: {@code #} starts a comment line, the first other line is the header, cells are separated by commas, blanks
 * around a cell do not count.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.cli.table;
