/**
 * The contract kit as tests for JUnit 5.
 *
 * <p><b>Problem.</b> An author wants to know in his own build, not only in ours, whether his mechanism keeps the rules. <b>Method.</b> A class to
 * extend: it asks {@link org.chiralkick.contract.ContractKit} for the rules and makes a test of each. <b>Who calls whom.</b> JUnit runs the
 * author's subclass, which calls the kit. Whoever uses this package brings JUnit; the rest of the kit needs none.
 *
 * <p>Literature: as the abstract test classes of Trino's and Jenkins' kits for plug-ins.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.chiralkick.contract.junit;
