package org.plenish.web.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * By what a set of files is recognised later.
 *
 * @param sha256ByName SHA-256 of each file's bytes in lower-case hexadecimal, by its name below their folder, with
 *     {@code /}
 */
public record FileFingerprints(SortedMap<String, String> sha256ByName) {

    public FileFingerprints {
        sha256ByName = Collections.unmodifiableSortedMap(new TreeMap<>(sha256ByName));
    }

    public static FileFingerprints of(Map<String, byte[]> bytesByName) {
        SortedMap<String, String> hashes = new TreeMap<>();
        bytesByName.forEach((name, bytes) -> hashes.put(name, hex(sha256().digest(bytes))));
        return new FileFingerprints(hashes);
    }

    /** All files in and below a folder. */
    public static FileFingerprints of(Path folder) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                hashes.put(folder.relativize(file).toString().replace('\\', '/'), hash(file));
            }
        }
        return new FileFingerprints(hashes);
    }

    /**
     * One for all of them: SHA-256 over a line for each file by name, {@code <SHA-256>  <name>}, each line with its end.
     * In their folder {@code LC_ALL=C; sha256sum * | sha256sum} prints the same.
     */
    public String fingerprint() {
        MessageDigest digest = sha256();
        sha256ByName.forEach(
                (name, hash) -> digest.update((hash + "  " + name + "\n").getBytes(StandardCharsets.UTF_8)));
        return hex(digest.digest());
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest.digest());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
