/**
 * The embedded OSGi framework: where mechanisms live, and how a coupling follows them while they come and go.
 *
 * <p><b>Problem.</b> A host wants a mechanism by its name, with its settings, and must not notice when the mechanism's bundle is
 * dropped in, updated or removed between two steps. <b>Method.</b> {@link org.chiralkick.host.felix.FelixRuntime} starts an OSGi
 * framework inside the host's process, through the standard {@code FrameworkFactory}. Three bundles run in it besides the
 * mechanisms: Declarative Services, which makes their components; Configuration Admin, which hands them their settings; and
 * File Install, which installs what lies in the drop-in folder and follows its changes. A coupling's request becomes one factory
 * configuration per source; the sources that then appear in the service registry are leased step by step.
 *
 * <p><b>Packages that cross.</b> The framework's system bundle exports, from the host's class path, the SPI, JSON-P and JSON-B
 * (so that all sides use one implementation), and the interfaces of Configuration Admin and Declarative Services (so that this
 * package can call them as plain Java). Their versions are those of the manifests on the class path. The bundles that implement
 * these services import the packages from there; they bring no second copy.
 *
 * <p><b>Steps in flight.</b> A lease holds the instance, and every class of its bundle is loaded when the instance is first
 * leased. So a step ends with the source that it began with, even if the bundle was stopped, updated or uninstalled, and its
 * class loader closed, in between. When the last lease ends nothing here refers to the bundle any more.
 *
 * <p><b>Manners.</b> Nothing is printed, no port is opened, no thread keeps the process alive, and the framework's storage is a
 * temporary folder that is deleted at close and, as far as possible, at the end of the process.
 *
 * <p><b>Who calls whom.</b> The coupling calls {@link org.chiralkick.host.SourceProvider}, which
 * {@link org.chiralkick.host.felix.FelixRuntime} implements. Literature: OSGi Core Release 8, chapters 4, 5 and 10; OSGi
 * Compendium Release 8, chapters 104 (Configuration Admin) and 112 (Declarative Services).
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.felix;
