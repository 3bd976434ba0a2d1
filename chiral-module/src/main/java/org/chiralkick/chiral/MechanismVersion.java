package org.chiralkick.chiral;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this mechanism, written by the build. */
final class MechanismVersion {
    private MechanismVersion() {}

    /** Returns the version, such as {@code "1.0.0"}. */
    static String text() {
        Properties properties = new Properties();
        try (InputStream in = MechanismVersion.class.getResourceAsStream("mechanism.properties")) {
            if (in == null) {
                throw new IllegalStateException("mechanism.properties is missing from the chiral bundle");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }
}
