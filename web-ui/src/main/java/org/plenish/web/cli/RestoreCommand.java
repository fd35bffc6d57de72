package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The records of a backup, in a data folder of their own. */
@Command(
        name = "restore",
        description = {
            "Makes the embedded database of a data folder from a backup, brings it to this version, and checks its audit log.",
            ""
        },
        footer = {
            "",
            "The backup is read and checked as a whole before anything is changed; the records come into their place when",
            "they are whole. The product must not be running on the folder."
        })
final class RestoreCommand implements Callable<Integer> {

    private final StoredRecords records;

    @Parameters(index = "0", paramLabel = "FILE", description = "What plenish backup wrote.")
    @SuppressWarnings("NullAway.Init") // required
    private Path backup;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where the records shall live; new or empty unless --replace is given. Default: ./plenish-data.")
    private @Nullable Path data;

    @Option(names = "--replace", description = "Put aside, not away, what is there now.")
    private boolean replace;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    RestoreCommand(StoredRecords records) {
        this.records = records;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = data == null ? Path.of(RecordsOptions.DEFAULT_FOLDER) : data;
        StoredRecords.Restored restored = records.restore(folder, backup, replace);
        PrintWriter out = spec.commandLine().getOut();
        out.println(BackupCommand.describe(restored.copied()) + " restored to " + folder);
        if (restored.aside() != null) {
            out.println("What was there before is in " + restored.aside());
        }
        VerifyAuditCommand.tell(
                restored.audit(),
                restored.audit().isGood() ? out : spec.commandLine().getErr());
        return restored.audit().isGood() ? ExitCodes.SUCCESS : ExitCodes.TAMPERED;
    }
}
