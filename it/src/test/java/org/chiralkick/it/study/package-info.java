@org.jspecify.annotations.NullMarked
package org.chiralkick.it.study;
