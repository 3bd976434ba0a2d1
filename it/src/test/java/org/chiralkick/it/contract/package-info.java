/**
 * The contract kit at work: every mechanism keeps the rules R1..R14, and a mechanism that breaks one fails that one.
 *
 * <p><b>Problem.</b> A kit that passes everything is as useless as one that passes nothing. <b>Method.</b>
 * {@link org.chiralkick.it.contract.NeutrinoSourceContract} has one JUnit test per rule and is subclassed for every mechanism,
 * taken as a service out of a real Felix. {@link org.chiralkick.it.contract.WrongMechanism} lists broken variants of one small
 * right mechanism; for each, the set of failed rules is compared with the set of broken ones.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.it.contract;
