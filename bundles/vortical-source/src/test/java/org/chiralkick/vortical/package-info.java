/** Tests of the vortical source against values of fifty digits, its limits and its flags. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.vortical;
