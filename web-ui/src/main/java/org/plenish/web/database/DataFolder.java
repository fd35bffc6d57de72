package org.plenish.web.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder named by {@code --data}, held by this process alone. The operating system drops the lock when the process
 * dies, however it dies.
 *
 * <p>Layout: {@code lock}, {@code postgres/binaries-<version>}, {@code postgres/cluster} (the records),
 * {@code postgres/password}, {@code postgres/server.log}.
 */
final class DataFolder implements AutoCloseable {

    private static final int PASSWORD_BYTES = 32;

    private final Path postgres;
    private final FileLock lock;

    private DataFolder(Path postgres, FileLock lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /** @throws DatabaseStartException if the folder cannot be written or another process holds it */
    static DataFolder hold(Path folder) {
        try {
            Path postgres = folder.resolve("postgres");
            createPrivateFolder(postgres);
            // Resolved once: the server's executable is recognised by this path later.
            return new DataFolder(postgres.toRealPath(), lock(folder));
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "The data folder " + folder.toAbsolutePath() + " cannot be written: " + e + ".",
                    "Make it writable for this user, or name another with --data DIR.",
                    e);
        }
    }

    private static FileLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very JVM: as much in use as if another one had it.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new DatabaseStartException(
                    "The data folder " + folder.toAbsolutePath() + " is in use by another running Plenish.",
                    "Stop that one first, or name another folder with --data DIR.");
        }
        return lock;
    }

    /** Whether a process, this one or another, holds the folder. */
    static boolean isHeld(Path folder) {
        if (Files.notExists(folder.resolve("lock"))) {
            return false;
        }
        try {
            lock(folder).acquiredBy().close();
            return false;
        } catch (DatabaseStartException held) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the product keeps below the folder; the rest is not ours. */
    Path postgres() {
        return postgres;
    }

    Path binaries(String version) {
        return postgres.resolve("binaries-" + version);
    }

    Path cluster() {
        return postgres.resolve("cluster");
    }

    Path serverLog() {
        return postgres.resolve("server.log");
    }

    Path passwordFile() {
        return postgres.resolve("password");
    }

    /** True if the executable of a process was started from this folder. */
    boolean contains(Path executable) {
        return executable.startsWith(postgres);
    }

    /** The password of the database's owner: made at random on first use, then kept in a file only the owner can read. */
    String password() throws IOException {
        Path file = passwordFile();
        if (Files.notExists(file)) {
            Path fresh = besides(file);
            Files.createFile(fresh, onlyOwner("rw-------"));
            Files.writeString(fresh, newSecret(), StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    static String newSecret() {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** An unused sibling, to be filled and then moved into place, so that a crash leaves no half of anything. */
    static Path besides(Path target) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        deleteRecursively(fresh);
        return fresh;
    }

    private static void createPrivateFolder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, onlyOwner("rwx------"));
        }
    }

    static FileAttribute<?>[] onlyOwner(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static void deleteRecursively(Path root) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
