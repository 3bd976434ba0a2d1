@org.jspecify.annotations.NullMarked
package org.chiralkick.host.jni;
