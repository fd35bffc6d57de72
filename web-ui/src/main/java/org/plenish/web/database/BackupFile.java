package org.plenish.web.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that was read once as a whole and is what it was when it was written. */
final class BackupFile implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final JsonMapper JSON = JsonMapper.shared();

    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(ZipFile zip, BackupManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupException if it is none, is damaged, or was written in a form that this version does not know */
    static BackupFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupException(
                    file + " must be a file that plenish backup wrote, but there is none.",
                    "Maybe the name is mistyped.");
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                BackupManifest manifest = manifest(zip, file);
                requireWhole(zip, manifest, file);
                return new BackupFile(zip, manifest);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw damaged(file, "it is no whole zip file (" + e.getMessage() + ")", e);
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    InputStream part(BackupManifest.Table table) throws IOException {
        return zip.getInputStream(zip.getEntry(table.part()));
    }

    private static BackupManifest manifest(ZipFile zip, Path file) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new BackupException(
                    file + " is no backup of Plenish: it has no " + MANIFEST + ".", "Name what plenish backup wrote.");
        }
        BackupManifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = JSON.readValue(in, BackupManifest.class);
        } catch (JacksonException | NullPointerException e) {
            throw damaged(file, MANIFEST + " cannot be read", e);
        }
        if (!BackupManifest.FORMAT.equals(manifest.format())) {
            throw new BackupException(
                    file + " is no backup of Plenish: its format is " + manifest.format() + ".",
                    "Name what plenish backup wrote.");
        }
        if (manifest.version() != BackupManifest.VERSION) {
            throw new BackupException(
                    file + " was written by Plenish " + manifest.product() + " in version " + manifest.version()
                            + " of its format; this one knows version " + BackupManifest.VERSION + ".",
                    "Restore it with that Plenish or a later one.");
        }
        return manifest;
    }

    private static void requireWhole(ZipFile zip, BackupManifest manifest, Path file) throws IOException {
        Set<String> expected = manifest.tables().stream()
                .map(BackupManifest.Table::part)
                .collect(Collectors.toCollection(HashSet::new));
        expected.add(MANIFEST);
        Set<String> found = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        if (!found.equals(expected)) {
            throw damaged(file, "its parts are not those of its manifest", null);
        }
        for (BackupManifest.Table table : manifest.tables()) {
            try (InputStream part = zip.getInputStream(zip.getEntry(table.part()))) {
                if (!Sha256.of(part).equals(table.sha256())) {
                    throw damaged(file, table.part() + " is not what was written", null);
                }
            }
        }
    }

    private static BackupException damaged(Path file, String how, @Nullable Throwable cause) {
        return new BackupException(
                file + " is damaged: " + how + ".", "Take another copy of it or an earlier backup.", cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
