/**
 * Tables as an HDF5 file, for h5py, yt, Julia and the rest.
 *
 * <p><b>Layout.</b> A group per table, a one-dimensional dataset per column (64-bit floating point or, for whole numbers, 64-bit
 * integers), with the attributes {@code units} and {@code description} on every dataset and {@code description} on every group.
 * Facts about the whole file are attributes of its root. Written by jHDF, in Java, without a native library.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.report.hdf5;
