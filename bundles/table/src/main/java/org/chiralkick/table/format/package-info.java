/**
 * What the files of evolution codes and catalogues say, before anything is made of it.
 *
 * <p><b>Problem.</b> Each code writes tables in a form of its own, and each of its columns in a unit of its own. <b>Method.</b> A
 * {@link org.chiralkick.table.format.FileFormat} recognises a file by its first bytes and turns it into a
 * {@link org.chiralkick.table.format.RawTable}: names and units as the file has them, values as they stand. Which column is meant by
 * which quantity, and in which unit it is wanted, is decided by the reader of tables, in one place for all formats.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.table.format;
