/**
 * The distribution and its embedded framework: what is in the folder, how sources come, change and go, and what a host notices.
 *
 * <p><b>Method.</b> Plain JUnit that starts Felix through {@link org.chiralkick.host.felix.FelixRuntime} on the distribution that
 * the build has just made, so that class loaders, manifests and configuration are the real ones. Mechanisms that misbehave or
 * change are assembled here, as jars, by {@link org.chiralkick.it.felix.MechanismJar}.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.felix;
