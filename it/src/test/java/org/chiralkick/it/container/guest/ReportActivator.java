package org.chiralkick.it.container.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Writes into the file of the property {@code chiralkick.report}, over and over, what a host and a consumer find in the container. */
public final class ReportActivator implements BundleActivator {
    private volatile boolean stopped;

    /** Makes the activator. */
    public ReportActivator() {}

    @Override
    public void start(BundleContext context) {
        Path file = Path.of(context.getProperty("chiralkick.report"));
        Thread thread = new Thread(() -> report(context, file), "report");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {
        stopped = true;
    }

    private void report(BundleContext context, Path file) {
        while (!stopped) {
            try {
                Path written = Files.writeString(file.resolveSibling("report.part"), text(context));
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
                Thread.sleep(200);
            } catch (IOException | InterruptedException e) {
                return;
            }
        }
    }

    private static String text(BundleContext context) {
        String services = GuestActivator.services(context, "(chiralkick.source.name=chiral)");
        try {
            double[] found = GuestActivator.couple(context, "{\"source\": \"chiral\"}");
            return "services " + services + "\ncoupled " + found[0];
        } catch (RuntimeException e) {
            return "services " + services + "\nfailed " + e;
        }
    }
}
