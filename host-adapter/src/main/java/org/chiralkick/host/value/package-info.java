/**
 * The values that a host and a coupling exchange: units, recoil settings and results, and the exception for misuse.
 *
 * <p><b>Problem.</b> Everything inside the adapter computes with these, and a host sees them; if they lived beside the coupling,
 * everything would know the coupling and the coupling everything. <b>Method.</b> Records, enums and one exception that know nobody
 * but the language: immutable, safe in any thread. <b>Who calls whom.</b> Everybody calls this package; it calls nobody.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.value;
