package org.chiralkick.host.internal.osgi;

import java.util.List;

/** The message for people inside a stack trace for programmers. */
public final class FailureText {
    private static final String CAUSED_BY = "Caused by: ";

    private FailureText() {}

    /**
     * Returns the message of the root cause of a printed stack trace, without the name of the exception's class.
     *
     * @param stackTrace text as {@link Throwable#printStackTrace()} prints it
     */
    public static String rootMessage(String stackTrace) {
        List<String> lines = stackTrace.lines().toList();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(CAUSED_BY)) {
                start = i;
            }
        }
        StringBuilder message = new StringBuilder();
        for (int i = start; i < lines.size() && !lines.get(i).startsWith("\t"); i++) {
            message.append(i == start ? "" : " ").append(lines.get(i).strip());
        }
        String text = message.toString();
        return withoutClassName(text.startsWith(CAUSED_BY) ? text.substring(CAUSED_BY.length()) : text);
    }

    /** Returns the message of the deepest cause, or the class name where it has none. */
    public static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() : message.strip();
    }

    private static String withoutClassName(String text) {
        int colon = text.indexOf(": ");
        boolean startsWithClass = colon > 0 && text.substring(0, colon).matches("[\\w.$]+\\.[A-Z][\\w$]*");
        return startsWithClass ? text.substring(colon + 2) : text;
    }
}
