/**
 * For mechanisms with settings or many classes: how a source becomes a service when it is ready, and not before.
 *
 * <p><b>Problem.</b> Declarative Services announce a component's service before the component is made. <b>Method.</b> {@link
 * org.chiralkick.source.service.SourceService} registers it by hand, with all its classes loaded. <b>Who calls whom.</b> The components of
 * mechanisms call this package, and the host side to load what others have registered. It is the only one here that needs an OSGi framework, and
 * nothing of the SPI needs it. Literature: OSGi Compendium Release 8, 112.5.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.chiralkick.source.service;
