package org.chiralkick.host.value;

/**
 * Misuse of the coupling, or a source that is missing or broke. The message says what was wrong, with values and units, and what
 * to do. Bad zone data never throws: such a zone is flagged, zeroed and counted.
 */
public final class CouplingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What kind of mistake it was, with its code in the native interface. */
    public enum Kind {
        /** A wrong argument or configuration. */
        ARGUMENT(-1),
        /** A call out of order. */
        STATE(-2),
        /** A field that is missing, or whose memory does not fit the block. */
        FIELD(-3),
        /** A source that is not there, or that failed. */
        SOURCE(-4),
        /** A mistake inside ChiralKick. */
        INTERNAL(-5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** Returns the code of the native interface, negative. */
        public int code() {
            return code;
        }
    }

    /** What went wrong. */
    private final Kind kind;

    /** Makes an exception with a message for the host's author. */
    public CouplingException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Makes an exception with a message for the host's author and what caused it. */
    public CouplingException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Returns what kind of mistake it was. */
    public Kind kind() {
        return kind;
    }

    /** Returns an exception for a wrong argument. */
    public static CouplingException argument(String message) {
        return new CouplingException(Kind.ARGUMENT, message);
    }

    /** Returns an exception for a call out of order. */
    public static CouplingException state(String message) {
        return new CouplingException(Kind.STATE, message);
    }

    /** Returns an exception for a field that is missing or does not fit. */
    public static CouplingException field(String message) {
        return new CouplingException(Kind.FIELD, message);
    }

    /** Returns an exception for a source that is missing. */
    public static CouplingException source(String message) {
        return new CouplingException(Kind.SOURCE, message);
    }
}
