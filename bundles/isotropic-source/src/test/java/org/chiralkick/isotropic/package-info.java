/** Tests of the control: it describes itself and changes no bit. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.isotropic;
