/** What the integration tests share. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it;
