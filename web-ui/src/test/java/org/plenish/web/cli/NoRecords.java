package org.plenish.web.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** For commands that work on no database. */
final class NoRecords implements StoredRecords {

    @Override
    public AuditVerdict verifyAudit(Place place, @Nullable String notedHeadHash) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Copied backUp(Place place, Path out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Restored restore(Place place, Path backup, boolean replace) {
        throw new UnsupportedOperationException();
    }
}
