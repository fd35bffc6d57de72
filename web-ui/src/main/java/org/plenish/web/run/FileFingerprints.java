package org.plenish.web.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plenish.web.shared.Sha256;

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
        bytesByName.forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
        return new FileFingerprints(hashes);
    }

    /** All files in and below a folder. */
    public static FileFingerprints of(Path folder) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                hashes.put(folder.relativize(file).toString().replace('\\', '/'), Sha256.of(file));
            }
        }
        return new FileFingerprints(hashes);
    }

    /**
     * One for all of them: SHA-256 over a line for each file by name, {@code <SHA-256>  <name>}, each line with its end.
     * In their folder {@code LC_ALL=C; sha256sum * | sha256sum} prints the same.
     */
    public String fingerprint() {
        MessageDigest digest = Sha256.digest();
        sha256ByName.forEach(
                (name, hash) -> digest.update((hash + "  " + name + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.of(digest);
    }
}
