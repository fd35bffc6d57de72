package org.plenish.engine.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem.Severity;

/** Collects the problems of one import: all are counted, the first 1,000 of each severity are kept. */
public final class ImportProblems {

    private static final int LISTED = 1_000;

    private final List<ImportProblem> kept = new ArrayList<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

    /** Notes a problem; the parameters are those of {@link ImportProblem}. */
    public void add(
            Severity severity,
            String file,
            long line,
            @Nullable String column,
            @Nullable String value,
            String requirement,
            @Nullable String suggestion) {
        if (counts.merge(severity, 1L, Long::sum) <= LISTED) {
            kept.add(new ImportProblem(severity, file, line, column, value, requirement, suggestion));
        }
    }

    /** Notes an error of a file as a whole. */
    public void fileError(String file, String requirement, @Nullable String suggestion) {
        add(Severity.ERROR, file, 0, null, null, requirement, suggestion);
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** What was found up to now. */
    public ImportReport report() {
        List<ImportProblem> listed = kept.stream()
                .sorted(Comparator.comparing(ImportProblem::severity))
                .limit(LISTED)
                .toList();
        return new ImportReport(listed, count(Severity.ERROR), count(Severity.WARNING), count(Severity.NOTICE));
    }

    private long count(Severity severity) {
        return counts.getOrDefault(severity, 0L);
    }
}
