/** A bundle in a container: a host that couples to the container's mechanisms, and a consumer that knows of no adapter. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.container.guest;
