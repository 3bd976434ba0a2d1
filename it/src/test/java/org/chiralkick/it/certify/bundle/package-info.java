/** Classes that tests pack into bundles; each of them has to do with the SPI and the OSGi framework alone. */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.certify.bundle;
