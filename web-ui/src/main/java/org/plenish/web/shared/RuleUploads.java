package org.plenish.web.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files of a rule book as a person sends them: one by one, or in zips. Only names and sizes are looked at here; bytes are counted
 * as they come out of a zip, so that a small one cannot fill the memory.
 */
public final class RuleUploads {

    private static final int MOST_FILES = 500;
    private static final int MOST_BYTES = 20_000_000;
    private static final String TESTS = "tests/";
    private static final List<String> ENDINGS = List.of(".drl", ".csv", ".xlsx", ".yaml");

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private int bytesLeft = MOST_BYTES;

    private final String keys;

    private RuleUploads(String keys) {
        this.keys = keys;
    }

    /**
     * Reads all of them.
     *
     * @param keys of the texts of refusals: what they begin with, such as {@code backtest.refused}
     * @return by name in the book; empty if nothing was sent
     * @throws RefusedException if a file cannot be one of a rule book or there is too much of them
     */
    public static SortedMap<String, byte[]> read(List<MultipartFile> sent, String keys) {
        RuleUploads uploads = new RuleUploads(keys);
        for (MultipartFile file : sent) {
            String name = plain(file.getOriginalFilename());
            if (name.isEmpty()) {
                continue; // a form without a file sends an empty one
            }
            try (InputStream content = file.getInputStream()) {
                if (lower(name).endsWith(".zip")) {
                    uploads.addZip(name, content);
                } else {
                    uploads.add(inBook(name), uploads.readAll(content));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
            }
        }
        return uploads.files;
    }

    /** Browsers may send a path; only its last part is the file's name. */
    private static String plain(@Nullable String name) {
        String given = name == null ? "" : name.replace('\\', '/').strip();
        return given.substring(given.lastIndexOf('/') + 1);
    }

    /** A test that is sent by itself belongs into the book's folder of tests. */
    private static String inBook(String name) {
        return lower(name).endsWith(".yaml") ? TESTS + name : name;
    }

    private void add(String name, byte[] content) {
        if (ENDINGS.stream().noneMatch(lower(name)::endsWith)) {
            throw refused("ending", name);
        }
        if (files.put(name, content) != null) {
            throw refused("twice", name);
        }
        if (files.size() > MOST_FILES) {
            throw refused("files", MOST_FILES);
        }
    }

    /** Of a zip, what is no file of a rule book stays out: a README for instance. */
    private void addZip(String zipName, InputStream content) throws IOException {
        SortedMap<String, byte[]> found = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(content)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_FILES) {
                    throw refused("files", MOST_FILES);
                }
                String name = entry.getName().replace('\\', '/');
                byte[] bytes = readAll(zip);
                if (!entry.isDirectory() && ENDINGS.stream().anyMatch(lower(name)::endsWith) && !isShadow(name)) {
                    found.put(name, bytes);
                }
            }
        } catch (ZipException e) {
            throw refused("zip", zipName);
        }
        if (found.isEmpty()) {
            throw refused("zip", zipName);
        }
        String folder = commonFolder(found);
        for (Map.Entry<String, byte[]> file : found.entrySet()) {
            add(file.getKey().substring(folder.length()), file.getValue());
        }
    }

    /** What an Apple computer adds to a zip. */
    private static boolean isShadow(String name) {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith("._");
    }

    /** Of a folder that was packed as a whole, with its end; empty if the files lie at the top. */
    private static String commonFolder(SortedMap<String, byte[]> found) {
        String first = found.firstKey();
        String folder = first.substring(0, first.indexOf('/') + 1);
        boolean common = !folder.equals(TESTS) && found.keySet().stream().allMatch(name -> name.startsWith(folder));
        return common ? folder : "";
    }

    private byte[] readAll(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(bytesLeft + 1);
        if (bytes.length > bytesLeft) {
            throw refused("bytes", MOST_BYTES);
        }
        bytesLeft -= bytes.length;
        return bytes;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private RefusedException refused(String why, Object value) {
        return new RefusedException(HttpStatus.UNPROCESSABLE_CONTENT, keys + "." + why, value);
    }
}
