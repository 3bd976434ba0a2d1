/** Tests of this package. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.report.picture;
