package org.chiralkick.host.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/**
 * Says which build of a mechanism a bundle is: its symbolic name, its version and a digest of its content, since two builds may call
 * themselves by one version. Each bundle is read once per change.
 *
 * <p>The digest is the SHA-256 of the lines {@code sha256sum} prints of the files in the jar, sorted by path, so that it is the same in every
 * framework, however the jar is packed, and can be had by hand:
 *
 * <pre>{@code
 * unzip -q mechanism.jar -d x && cd x && find . -type f -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
 * }</pre>
 */
final class Builds {
    /** Digits of the digest that are shown: one in 2^48 pairs of builds has them in common. */
    private static final int DIGITS = 12;

    /** A name or version longer than this is shown in part, since a key of the ledger has an end; the digest tells builds apart. */
    private static final int LONGEST = 80;

    private final BundleContext context;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    private record Known(long modified, String words) {}

    Builds(BundleContext context) {
        this.context = context;
    }

    /**
     * Returns the words for what a bundle was at an instant, such as {@code "org.example.mine 1.0.0 sha256:0123456789ab"}. Of a bundle that is
     * exchanged, stopped or removed meanwhile they are worth nothing, and not kept: who asks has to look at {@link Origin#isChanged} after this.
     */
    String of(Origin origin) {
        Bundle bundle = origin.bundle();
        Known before = known.get(bundle.getBundleId());
        if (before != null && before.modified == origin.modified()) {
            return before.words;
        }
        String words = words(bundle);
        if (!origin.isChanged()) {
            known.keySet().removeIf(id -> context.getBundle(id) == null);
            known.put(bundle.getBundleId(), new Known(origin.modified(), words));
        }
        return words;
    }

    private static String words(Bundle bundle) {
        return named(bundle) + " " + digest(bundle);
    }

    /** Returns name and version of a bundle; of one without a symbolic name its location. */
    static String named(Bundle bundle) {
        String name = bundle.getSymbolicName();
        Version version = bundle.getVersion();
        return shortened(name == null ? bundle.getLocation() : name)
                + (version == null ? "" : " " + shortened(version.toString()));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST / 2) + ".." + line.substring(line.length() - LONGEST / 2);
    }

    private static String digest(Bundle bundle) {
        try {
            SortedSet<String> files = new TreeSet<>();
            addFiles(bundle, "/", files);
            MessageDigest whole = sha256();
            for (String file : files) {
                whole.update((digest(bundle, file) + "  " + file + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return "sha256:" + HexFormat.of().formatHex(whole.digest()).substring(0, DIGITS);
        } catch (IOException | RuntimeException e) {
            // Exchanged or gone at this moment, or a jar that is damaged: the source of such a one may act all the
            // same.
            return "sha256:unreadable";
        }
    }

    // Of the bundle alone: what a fragment adds is the fragment's.
    private static void addFiles(Bundle bundle, String folder, SortedSet<String> files) {
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        for (String path : paths == null ? Collections.<String>emptyList() : Collections.list(paths)) {
            if (path.endsWith("/")) {
                addFiles(bundle, path, files);
            } else {
                files.add(path.startsWith("/") ? path.substring(1) : path);
            }
        }
    }

    private static String digest(Bundle bundle, String file) throws IOException {
        URL entry = bundle.getEntry(file);
        if (entry == null) {
            throw new IOException(file + " is not there any more");
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(entry.openStream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
