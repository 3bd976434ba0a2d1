/**
 * How the sources of an OSGi framework are followed while they come and go; of any framework, ours or the one that the host lives in.
 *
 * <p><b>Problem.</b> A host wants a mechanism by its name, with its settings, and must not notice when the mechanism's bundle is
 * updated or removed between two steps. <b>Method.</b> A request becomes one factory configuration per source; the sources that then
 * appear in the service registry are leased step by step. Nothing is needed of the framework but its registry: without Configuration Admin
 * or without Declarative Services, whose packages are optional imports, the sources are those that bundles register themselves.
 *
 * <p><b>Steps in flight.</b> A lease holds the instance, and every class of its bundle is loaded when the instance is first
 * leased. So a step ends with the source that it began with, even if the bundle was stopped, updated or uninstalled, and its
 * class loader closed, in between. When the last lease ends nothing here refers to the bundle any more.
 *
 * <p><b>Manners.</b> In a container of somebody else's only bundles that import the SPI are looked at, and none is started to learn what it
 * lacks but those that cannot be resolved.
 *
 * <p><b>Who calls whom.</b> The provider of services of the package above, and {@code felix}, which starts a framework of its own. Literature:
 * OSGi Core Release 8, chapters 4, 5 and 10; OSGi Compendium Release 8, chapters 104 (Configuration Admin) and 112 (Declarative Services).
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.internal.osgi;
