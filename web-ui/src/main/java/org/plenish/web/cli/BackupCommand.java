package org.plenish.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All records in one file. */
@Command(
        name = "backup",
        description = {"Copies all records into one file, as they are at one moment. The product may be running.", ""},
        footer = {
            "",
            "The file holds everything, hashes of passwords too: keep it as safe as the database. Any later version",
            "of Plenish can restore it."
        })
final class BackupCommand implements Callable<Integer> {

    private final StoredRecords records;

    @Mixin
    private final RecordsOptions place = new RecordsOptions();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the backup goes.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    BackupCommand(StoredRecords records) {
        this.records = records;
    }

    @Override
    public Integer call() throws IOException {
        Usage usage = new Usage(spec);
        usage.outputFile(out);
        StoredRecords.Copied copied = records.backUp(place.place(usage), out);
        spec.commandLine().getOut().println(describe(copied) + " written to " + out);
        return ExitCodes.SUCCESS;
    }

    static String describe(StoredRecords.Copied copied) {
        return String.format(
                Locale.ROOT,
                "%,d rows of %d tables, schema version %s,",
                copied.rows(),
                copied.tables(),
                copied.schemaVersion());
    }
}
