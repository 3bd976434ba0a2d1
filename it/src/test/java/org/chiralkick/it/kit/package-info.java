/** What authors of mechanisms get: the template and the Maven repository of the distribution, used as an author uses them. */
package org.chiralkick.it.kit;
