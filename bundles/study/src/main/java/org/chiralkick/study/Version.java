package org.chiralkick.study;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of ChiralKick, as Maven left it in the artifact this class came in. */
public final class Version {
    private static final String POM = "/META-INF/maven/org.chiralkick/study/pom.properties";

    private Version() {}

    /** Returns the version, {@code "development"} where it runs from a folder of classes. */
    public static String text() {
        try (InputStream in = Version.class.getResourceAsStream(POM)) {
            if (in == null) {
                return "development";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "development");
        } catch (IOException e) {
            return "development";
        }
    }
}
