package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The records of a backup, in a data folder of their own. */
@Command(
        name = "restore",
        description = {
            "Makes the database of a backup in a data folder or on a server, brings it to this version, and checks its",
            "audit log.",
            ""
        },
        footer = {
            "",
            "The backup is read and checked as a whole before anything is changed; the records come into their place when",
            "they are whole. The product must not be running on the folder, which is new or empty unless --replace is",
            "given. A database of an own server must be empty."
        })
final class RestoreCommand implements Callable<Integer> {

    private final StoredRecords records;

    @Parameters(index = "0", paramLabel = "FILE", description = "What plenish backup wrote.")
    @SuppressWarnings("NullAway.Init") // required
    private Path backup;

    @Mixin
    private final RecordsOptions options = new RecordsOptions();

    @Option(names = "--replace", description = "Put aside, not away, what is in the folder now.")
    private boolean replace;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    RestoreCommand(StoredRecords records) {
        this.records = records;
    }

    @Override
    public Integer call() throws IOException {
        Usage usage = new Usage(spec);
        StoredRecords.Place place = options.place(usage);
        usage.require(
                !replace || place instanceof StoredRecords.Place.Folder,
                "--replace: is of a folder; a database of an own server must be empty.");
        StoredRecords.Restored restored = records.restore(place, backup, replace);
        PrintWriter out = spec.commandLine().getOut();
        out.println(BackupCommand.describe(restored.copied()) + " restored to " + describe(place));
        if (restored.aside() != null) {
            out.println("What was there before is in " + restored.aside());
        }
        VerifyAuditCommand.tell(
                restored.audit(),
                restored.audit().isGood() ? out : spec.commandLine().getErr());
        return restored.audit().isGood() ? ExitCodes.SUCCESS : ExitCodes.TAMPERED;
    }

    /** Without what a URL may say of passwords. */
    private static String describe(StoredRecords.Place place) {
        return place instanceof StoredRecords.Place.Folder folder
                ? folder.data().toString()
                : ((StoredRecords.Place.Server) place).url().replaceFirst("\\?.*", "");
    }
}
