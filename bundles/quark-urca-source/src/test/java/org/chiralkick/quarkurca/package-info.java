/** Tests of the quark Urca source. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.quarkurca;
