/**
 * Audits of what was done already: a recording of a host's run, or the result of a run of our own.
 *
 * <p><b>Problem.</b> A kick is handed on as a number, and nobody sees any more what happened while it was summed. <b>Method.</b> Every
 * coupling notes that in memory ({@link org.chiralkick.host.value.CouplingAudit}); recordings and {@code run.json} carry it, and it is read
 * back here. <b>Who calls whom.</b> {@code run} writes it with {@link org.chiralkick.study.audit.AuditJson}, the command {@code audit} reads.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.study.audit;
