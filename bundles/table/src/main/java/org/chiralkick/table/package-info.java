/**
 * Tables of numbers in files and on terminals, and numbers as text.
 *
 * <p><b>Problem.</b> Profiles and zone tables are written by hand, by scripts and by other codes; a silent misreading is a wrong
 * kick. <b>Method.</b> {@link org.chiralkick.table.CsvTable} reads the wanted columns strictly (a cell is a number,
 * {@code nan}, or an error that names file, line and column) and keeps the line of every row for later messages;
 * {@link org.chiralkick.table.CsvWriter} writes doubles so that they read back to the same bits. For readers,
 * {@link org.chiralkick.table.Numbers} and {@link org.chiralkick.table.TextTable} format numbers of a readable length in aligned
 * columns; machines are served by CSV and {@link org.chiralkick.table.Json}, at full precision. <b>Who calls whom.</b> Stars,
 * studies and commands call this package; it takes its hints for misspelt names from {@link org.chiralkick.host.json.NearestName}.
 *
 * <p>The dialect: {@code #} starts a comment line, the first other line is the header, cells are separated by commas, blanks
 * around a cell do not count.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.table;
