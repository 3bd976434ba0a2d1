/**
 * Certification of a mechanism bundle: {@code chiralkick certify JAR}.
 *
 * <p><b>Problem.</b> Before a mechanism acts in somebody's supernova code one wants to know that it keeps the rules of the SPI.
 * <b>Method.</b> {@link org.chiralkick.study.certify.Certifier} starts a Felix with nothing in it but the services of the
 * distribution and that jar, configures the mechanism with default settings, takes it out of the service registry, and lets
 * {@link org.chiralkick.contract.ContractKit} examine it, rule by rule, each within a bounded time. A jar that is no mechanism, or
 * a broken one, is refused with the reason. <b>Who calls whom.</b> The command calls the certifier, the certifier the kit.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.certify;
