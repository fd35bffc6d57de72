package org.plenish.web.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server that an earlier Plenish left behind, because it was killed before it could stop it. Found through
 * {@code postmaster.pid}; stopped, never adopted, so that settings and port are those of this start.
 */
final class LeftoverServer {

    private static final int ZOMBIE_PATIENCE_MILLIS = 5_000;
    private static final int POLL_MILLIS = 50;

    private final DataFolder folder;
    private final PostgresTools tools;

    LeftoverServer(DataFolder folder, PostgresTools tools) {
        this.folder = folder;
        this.tools = tools;
    }

    /** Afterwards no server runs on the cluster and no lock file of one bars the next. */
    void stop() throws IOException {
        Path pidFile = folder.cluster().resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> process = process(pidFile);
        if (process.isPresent() && isOurs(process.get())) {
            PostgresTools.Outcome stopped =
                    tools.run("pg_ctl", List.of("stop", "-D", folder.cluster().toString(), "-m", "fast", "-t", "120"));
            // One that is killed while it is to stop has ended all the same; its records are recovered at the next
            // start.
            if (!stopped.succeeded() && isOurs(process.get())) {
                throw new DatabaseStartException(
                        "The database server left running by an earlier start (process "
                                + process.get().pid() + ") does not stop: " + stopped.output(),
                        "Stop that process and start again.");
            }
        }
        if (process.isPresent()) {
            awaitEndOfZombie(process.get());
        }
        // The number in a file that remains belongs to a dead server or, after a restart of the machine, to a stranger;
        // PostgreSQL would refuse to start as long as any process has it.
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().command().map(Path::of).filter(folder::contains).isPresent();
    }

    /** A killed server stays a zombie until its parent collects it; where nobody does, it never vanishes. */
    private static void awaitEndOfZombie(ProcessHandle process) throws IOException {
        long patienceLeftMillis = ZOMBIE_PATIENCE_MILLIS;
        while (process.isAlive() && process.info().command().isEmpty() && patienceLeftMillis > 0) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the end of process " + process.pid(), e);
            }
            patienceLeftMillis -= POLL_MILLIS;
        }
    }
}
