/**
 * {@code chiralkick certify} on bundles that are right, wrong, broken, or no mechanism at all.
 *
 * <p>The wrong ones are packed by the test out of {@link org.chiralkick.it.certify.bundle}: classes that go into a jar of their own
 * and see nothing of the tests.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.certify;
