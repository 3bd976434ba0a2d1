@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.units;
