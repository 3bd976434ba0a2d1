/**
 * Hosts in C, C++, Fortran and Python, compiled here and run as processes of their own against the libraries of the distribution.
 *
 * <p><b>Method.</b> The example hosts print the bits of the recoil and of the fluxes, which must be those of a Java host with the same
 * zones. {@code guest.c} asks one question per run about how the library behaves in a foreign process. Where a compiler, MPI or
 * numpy is missing the test is skipped and says so.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.nativehost;
