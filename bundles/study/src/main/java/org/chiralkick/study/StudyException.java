package org.chiralkick.study;

/** A study that cannot go on; the message is the one line the user sees. */
public final class StudyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean request;

    private StudyException(boolean request, String message) {
        super(message);
        this.request = request;
    }

    /** Returns an exception for a request that no study could fulfil: a value out of range, a name that is not known. */
    public static StudyException usage(String message) {
        return new StudyException(true, message);
    }

    /** Returns an exception for a study that failed. */
    public static StudyException failed(String message) {
        return new StudyException(false, message);
    }

    /** Returns whether the request itself was wrong, so that no other star, source or file could help. */
    public boolean wrongRequest() {
        return request;
    }
}
