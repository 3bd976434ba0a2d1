/** Tests of the model of a page, and the sample page that the tests of its writers share. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.report;
