package org.plenish.web.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;

/** The entries of one transaction, until it commits; what a savepoint takes back takes its entries along. */
final class PendingEntries implements TransactionSynchronization {

    private final Consumer<List<NotedEntry>> log;
    private final List<NotedEntry> entries = new ArrayList<>();
    private final Map<Object, Integer> countAtSavepoint = new HashMap<>();
    private boolean written;

    /** @param log called once, right before the commit, with one entry or more */
    PendingEntries(Consumer<List<NotedEntry>> log) {
        this.log = log;
    }

    void add(NotedEntry entry) {
        if (written) {
            throw new IllegalStateException("The change \"" + entry.entry().action() + "\" of "
                    + entry.entry().subjectKind() + " " + entry.entry().subject()
                    + " must be recorded before its transaction commits.");
        }
        entries.add(entry);
    }

    @Override
    public void savepoint(Object savepoint) {
        countAtSavepoint.put(savepoint, entries.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        // A savepoint that came before the first entry is not known here.
        int kept = countAtSavepoint.getOrDefault(savepoint, 0);
        entries.subList(kept, entries.size()).clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        if (!entries.isEmpty()) {
            log.accept(List.copyOf(entries));
        }
    }
}
