/** Tests of how sources are followed that need no framework; module it tests the whole in real ones. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.osgi;
