/** What the tests of this bundle share: golden files, a small host, comparison with a scale. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.chiral.support;
