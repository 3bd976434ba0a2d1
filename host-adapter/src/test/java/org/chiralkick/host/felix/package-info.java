/** Tests of the embedded framework's parts that need no framework; module it tests the whole in a real one. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.felix;
