/**
 * The embedded OSGi framework: where mechanisms live whose host is no bundle.
 *
 * <p><b>Problem.</b> A host that is a plain program has no OSGi framework to find mechanisms in. <b>Method.</b> {@link
 * org.chiralkick.host.felix.FelixRuntime} starts one inside the host's process, through the standard {@code FrameworkFactory}. Three
 * bundles run in it besides the mechanisms: Declarative Services, which makes their components; Configuration Admin, which hands them their
 * settings; and File Install, which installs what lies in the drop-in folder and follows its changes. How a coupling follows the sources is the
 * same in every framework ({@link org.chiralkick.host.SourceProvider#of(org.osgi.framework.BundleContext)}).
 *
 * <p><b>Packages that cross.</b> The framework's system bundle exports, from the host's class path, the SPI, JSON-P and JSON-B
 * (so that all sides use one implementation), and the interfaces of Configuration Admin and Declarative Services (so that this
 * package can call them as plain Java). Their versions are those of the manifests on the class path. The bundles that implement
 * these services import the packages from there; they bring no second copy.
 *
 * <p><b>Manners.</b> Nothing is printed, no port is opened, no thread keeps the process alive, and the framework's storage is a
 * temporary folder that is deleted at close and, as far as possible, at the end of the process.
 *
 * <p><b>Who calls whom.</b> The coupling calls {@link org.chiralkick.host.SourceProvider}, which
 * {@link org.chiralkick.host.felix.FelixRuntime} implements. Literature: OSGi Core Release 8, chapters 4 and 10.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.felix;
