package org.chiralkick.study.certify;

/** Says why a file holds no mechanism that could be examined. */
public final class CertifyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CertifyException(String message) {
        super(message);
    }
}
