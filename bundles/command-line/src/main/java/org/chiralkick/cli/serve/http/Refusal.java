package org.chiralkick.cli.serve.http;

/** A request that is answered with an error: its status, and one sentence that says what to do. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status code of HTTP, 4xx or 5xx
     * @param message what was wrong, and what must be instead
     */
    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
