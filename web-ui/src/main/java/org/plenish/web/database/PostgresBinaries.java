package org.plenish.web.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel on the class path, packed for the platform the product was built on. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-------");

    private PostgresBinaries() {}

    /**
     * Unpacks them once.
     *
     * @param folder where they shall lie; left as it is if it exists
     * @throws DatabaseStartException if there are none for this platform
     */
    static void unpack(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (@Nullable InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new DatabaseStartException(
                        "This build carries no PostgreSQL for " + System.getProperty("os.name") + " on "
                                + System.getProperty("os.arch") + " (" + archive + ").",
                        "Build it on this platform, or name a PostgreSQL server of your own with spring.datasource.url.");
            }
            Path fresh = DataFolder.besides(folder);
            Files.createDirectory(fresh);
            extract(packed, fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The name the archive has in the binaries' jar, e.g. {@code postgres-linux-x86_64.txz}. */
    static String archiveName(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
        String machine = switch (osArch) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> osArch;
        };
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static void extract(InputStream packed, Path folder) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = entry.resolveIn(folder);
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                    continue;
                }
                Files.copy(tar, path);
                if (posix) {
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(path, program ? PROGRAM : PLAIN);
                }
            }
        }
    }
}
