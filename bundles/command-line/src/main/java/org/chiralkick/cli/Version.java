package org.chiralkick.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of ChiralKick, as Maven left it in the artifact this class came in. */
final class Version implements IVersionProvider {
    private static final String POM = "/META-INF/maven/org.chiralkick/command-line/pom.properties";

    /** Returns the version, {@code "development"} where it runs from a folder of classes. */
    static String text() {
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

    @Override
    public String[] getVersion() {
        return new String[] {"chiralkick " + text()};
    }
}
