/** Tests of the strict reader of JSON that need no configuration. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.json;
