package org.chiralkick.report.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units and numbers as a picture shows them, with raised exponents. */
final class Labels {
    private static final Pattern POWER = Pattern.compile("\\^(-?\\d+)");
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final char RAISED_MINUS = '\u207b';

    private Labels() {}

    /** Returns a unit in print: {@code cm^-2} with a raised -2. */
    static String unit(String text) {
        return POWER.matcher(text).replaceAll(power -> Matcher.quoteReplacement(raised(power.group(1))));
    }

    /** Returns a number with at most so many significant digits: {@code "10.69"}, {@code "3e12"} with a raised exponent. */
    static String number(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e5) {
            return new BigDecimal(value)
                    .round(new MathContext(digits))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        String[] parts =
                String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).split("e", 2);
        String mantissa = new BigDecimal(parts[0]).stripTrailingZeros().toPlainString();
        String power = "10" + raised(Integer.toString(Integer.parseInt(parts[1])));
        return mantissa.equals("1") ? power : mantissa.equals("-1") ? "-" + power : mantissa + "\u00d7" + power;
    }

    private static String raised(String integer) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < integer.length(); i++) {
            char c = integer.charAt(i);
            text.append(c == '-' ? RAISED_MINUS : RAISED.charAt(c - '0'));
        }
        return text.toString();
    }
}
