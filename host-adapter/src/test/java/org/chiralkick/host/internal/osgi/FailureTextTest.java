package org.chiralkick.host.internal.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    @Test
    void isTheMessageOfTheRootCauseWithoutItsClass() {
        Throwable cause = new IllegalArgumentException("closures.share is 'halves'; must be one of [composition]");
        assertEquals(
                "closures.share is 'halves'; must be one of [composition]",
                FailureText.rootMessage(printed(new IllegalStateException("activation failed", cause))));
        assertEquals(
                "closures.share is 'halves'; must be one of [composition]",
                FailureText.rootMessage(new IllegalStateException("activation failed", cause)));
    }

    @Test
    void isTheMessageItselfWhereThereIsNoCause() {
        assertEquals("radius is -1 cm", FailureText.rootMessage(printed(new IllegalStateException("radius is -1 cm"))));
    }

    @Test
    void joinsAMessageOfSeveralLines() {
        assertEquals(
                "two problems: first second",
                FailureText.rootMessage(printed(new IllegalStateException("two problems:\nfirst\nsecond"))));
    }

    @Test
    void namesTheClassWhereThereIsNoMessage() {
        assertEquals("NullPointerException", FailureText.rootMessage(new RuntimeException(new NullPointerException())));
        assertEquals("java.lang.NullPointerException", FailureText.rootMessage(printed(new NullPointerException())));
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
