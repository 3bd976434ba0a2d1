@org.jspecify.annotations.NullMarked
package org.chiralkick.star.kick;
