package org.plenish.web.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For auditors: whether the log is as it was written. */
@Command(
        name = "verify-audit",
        description = {
            "Checks that no entry of the audit log was changed, removed, inserted or moved. The product may be running.",
            ""
        },
        footer = {
            "",
            "Ends with 4 if something is wrong. Keep the head that it prints where nobody who works on the database can",
            "change it: only with an earlier head can be told that the end of the log was not cut off."
        })
final class VerifyAuditCommand implements Callable<Integer> {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final StoredRecords records;

    @Mixin
    private final RecordsOptions place = new RecordsOptions();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "The hash that an earlier check printed: its entry must still be in the log.")
    private @Nullable String head;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    VerifyAuditCommand(StoredRecords records) {
        this.records = records;
    }

    @Override
    public Integer call() {
        Usage usage = new Usage(spec);
        usage.require(
                head == null || HASH.matcher(head).matches(),
                "--head: " + head + " must be the 64 digits and letters a to f that an earlier check printed.");
        StoredRecords.AuditVerdict verdict = records.verifyAudit(place.place(usage), head);
        if (!verdict.isGood()) {
            tell(verdict, spec.commandLine().getErr());
            return ExitCodes.TAMPERED;
        }
        tell(verdict, spec.commandLine().getOut());
        return ExitCodes.SUCCESS;
    }

    static void tell(StoredRecords.AuditVerdict verdict, PrintWriter to) {
        if (!verdict.isGood()) {
            to.println("The audit log was tampered with. " + verdict.flaw());
            to.println("The " + count(verdict) + " before it are good.");
            return;
        }
        to.println("The audit log is whole: " + count(verdict) + ".");
        if (verdict.entries() > 0) {
            to.println("Head: entry " + verdict.entries() + ", " + verdict.headHash());
        }
    }

    private static String count(StoredRecords.AuditVerdict verdict) {
        return String.format(Locale.ROOT, verdict.entries() == 1 ? "%,d entry" : "%,d entries", verdict.entries());
    }
}
