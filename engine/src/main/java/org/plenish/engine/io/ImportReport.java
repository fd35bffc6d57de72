package org.plenish.engine.io;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an import found.
 *
 * @param listed the first 1,000 problems, errors before warnings before notices, each kind in the order of reading
 * @param errors how many there are, listed or not
 * @param warnings how many there are, listed or not
 * @param notices how many there are, listed or not
 */
public record ImportReport(List<ImportProblem> listed, long errors, long warnings, long notices) {

    public ImportReport {
        listed = List.copyOf(listed);
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    public long total() {
        return errors + warnings + notices;
    }

    /** The listed problems, each on one or two lines, then a line that counts all of them. */
    @Override
    public String toString() {
        String problems = listed.stream()
                .map(problem -> problem.severity().name().toLowerCase(Locale.ROOT) + ": " + problem + "\n")
                .collect(Collectors.joining());
        String more = total() > listed.size() ? " (the first " + listed.size() + " are listed)" : "";
        return problems + count(errors, "error") + ", " + count(warnings, "warning") + ", " + count(notices, "notice")
                + more + ".";
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
