/**
 * The report of a run as its readers have it: the page in a real browser, the HDF5 file in h5py.
 *
 * <p>The browser is headless Chromium, driven through its DevTools protocol by {@link org.chiralkick.it.report.Browser}; nothing is
 * downloaded for it. Where it is not installed, or h5py is not, the tests are skipped and say how to install it.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.report;
