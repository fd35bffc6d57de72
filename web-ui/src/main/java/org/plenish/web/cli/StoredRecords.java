package org.plenish.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The product's database as the command line sees it. Every method throws {@link RecordsException} if it cannot be used. */
public interface StoredRecords {

    /** Where the database is. */
    sealed interface Place {

        /** Of the embedded one: what {@code --data} names; the product may be running on it. */
        record Folder(Path data) implements Place {}

        /** Of a server of one's own. */
        record Server(String url, String user, String password) implements Place {}
    }

    /**
     * What a check of the audit log has found.
     *
     * @param entries that were read and are good
     * @param headHash of the last of them; empty if there is none
     * @param flaw the first thing that is wrong, for a person; null if nothing is
     */
    record AuditVerdict(
            long entries, String headHash, @Nullable String flaw) {

        boolean isGood() {
            return flaw == null;
        }
    }

    /** What was copied. */
    record Copied(int tables, long rows, String schemaVersion) {}

    /**
     * What was restored.
     *
     * @param aside where the records that were there before lie now; null if there were none
     */
    record Restored(
            Copied copied, AuditVerdict audit, @Nullable Path aside) {}

    /** @param notedHeadHash of some earlier check, which must still be in the log; null if none was noted */
    AuditVerdict verifyAudit(Place place, @Nullable String notedHeadHash);

    /** @param out written beside it and moved into its place when it is whole */
    Copied backUp(Place place, Path out) throws IOException;

    /** @param replace whether records that are in the folder are put aside; otherwise there may be none */
    Restored restore(Place place, Path backup, boolean replace) throws IOException;
}
