/**
 * Studies: what a command computes, as values, without a terminal.
 *
 * <p><b>Problem.</b> An analyst wants the result of a run, a comparison or a scan inside a program or a notebook, not as text.
 * <b>Method.</b> A {@link org.chiralkick.study.Session} is an embedded Felix on the folder of a distribution; the packages below
 * take it and what is to be studied, and return records: {@code run}, {@code compare}, {@code scan}, {@code observe}, {@code
 * sample}, {@code validate}, {@code evaluate}, {@code certify}; {@code audit} reads what a run noted. {@code page} describes results as pages and files for {@code
 * org.chiralkick.report}. Numbers come only out of {@code org.chiralkick.host.Coupling}, so a study is a host like any other.
 * <b>Errors.</b> A study that cannot go on throws {@link org.chiralkick.study.StudyException}, whose message is the one line a user
 * sees; what cannot even be asked for, a star without mass or a table without a column, is an {@code IllegalArgumentException} of the
 * record or reader that refuses it, and a coupling's own refusals are {@code CouplingException}s: all of them unchecked, with the
 * value and what is allowed. <b>Who calls whom.</b> The command line, a Java program or a test calls this package; it calls {@code org.chiralkick.star},
 * {@code report} and {@code table}.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study;
