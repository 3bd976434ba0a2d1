@org.jspecify.annotations.NullMarked
package org.chiralkick.cli.options;
