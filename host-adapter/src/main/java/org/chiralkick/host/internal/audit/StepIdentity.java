package org.chiralkick.host.internal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.chiralkick.source.SourceDescriptor;

/**
 * What a step is made with, in words and as hashes by which ranks see whether they all do the same.
 *
 * @param configuration what is computed, a line {@code name=value} each
 * @param sources name, version and build of each source, a line each
 * @param configurationHash hash of {@code configuration}, never 0
 * @param sourcesHash hash of {@code sources}, never 0
 */
public record StepIdentity(String configuration, String sources, long configurationHash, long sourcesHash) {
    /**
     * Returns the identity of a step with these sources.
     *
     * @param descriptors of the sources, in the order in which they act; none where a step is held without
     * @param builds which build of its bundle each is; none, or empty, where nobody knows
     * @param coupling what the coupling itself computes, a line each
     */
    public static StepIdentity of(List<SourceDescriptor> descriptors, List<String> builds, List<String> coupling) {
        List<String> lines = new ArrayList<>(coupling);
        List<String> names = new ArrayList<>();
        for (int k = 0; k < descriptors.size(); k++) {
            SourceDescriptor source = descriptors.get(k);
            names.add(named(source, k < builds.size() ? builds.get(k) : ""));
            new TreeMap<>(source.closures())
                    .forEach((kind, choice) -> lines.add(source.name() + "." + kind + "=" + choice));
            new TreeMap<>(source.parameters())
                    .forEach((name, value) -> lines.add(source.name() + "." + name + "=" + value));
        }
        String configuration = String.join("\n", lines);
        String sources = String.join("\n", names);
        return new StepIdentity(configuration, sources, hash(configuration), hash(sources));
    }

    // What a provider says of a build beside the version it may also be just the version, 1.0.0.SNAPSHOT for
    // 1.0.0-SNAPSHOT.
    private static String named(SourceDescriptor source, String build) {
        boolean same = build.isEmpty() || build.equals(source.version().replace('-', '.'));
        return source.name() + " " + source.version() + (same ? "" : " (bundle " + build + ")");
    }

    /** Returns one hash of all of it, never 0: what a rank could do in its next step. */
    public long hash() {
        return mixed(configurationHash, sourcesHash);
    }

    /** Returns a hash of two, in this order, never 0. */
    public static long mixed(long first, long second) {
        long mixed = (first ^ Long.rotateLeft(second, 32)) * 0x9E37_79B9_7F4A_7C15L + second;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58_476D_1CE4_E5B9L;
        return notZero(mixed ^ (mixed >>> 32));
    }

    private static long notZero(long hash) {
        return hash == 0 ? 1 : hash;
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return notZero(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
