package org.plenish.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plenish.engine.forecast.MethodChoice;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.forecast.SeriesProfile;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.rules.RuleBookException.Problem;

/**
 * Tables whose rows choose forecast methods: those with a column {@code then forecastMethod}. They are asked before
 * anything is forecast, so they know only what a history shows by itself.
 */
final class MethodTable {

    /** The only question of such a table. */
    static final String QUESTION = "forecastMethod";

    private static final TableFile.Language<SeriesProfile, String> LANGUAGE = new TableFile.Language<>(
            Vocabulary::findOfSeries,
            word -> Optional.of(word).filter(QUESTION::equals),
            (question, cell) -> methodId(cell),
            QUESTION);

    private final TableFile.Content<SeriesProfile, String> content;

    private MethodTable(TableFile.Content<SeriesProfile, String> content) {
        this.content = content;
    }

    /** @param problems to be added to; the table is of no use then */
    static MethodTable of(TableFile file, List<Problem> problems) {
        return new MethodTable(file.read(LANGUAGE, problems));
    }

    List<RuleInfo> rules() {
        return content.rows().stream().map(TableFile.Row::info).toList();
    }

    private static String methodId(String cell) {
        Set<String> allowed = new TreeSet<>();
        // Of a year of months: with a season, so that none is left out.
        ForecastMethods.all(12).stream().map(ForecastMethod::id).forEach(allowed::add);
        allowed.add(MethodChoice.AUTO);
        if (!allowed.contains(cell)) {
            throw new IllegalArgumentException(cell + " must be one of " + String.join(", ", allowed) + ".");
        }
        return cell;
    }

    /** What several tables say together: exactly one row must match each SKU-location; without tables all is automatic. */
    static MethodRules rulesOf(List<MethodTable> tables) {
        return tables.isEmpty()
                ? MethodRules.AUTOMATIC
                : profiles -> profiles.stream()
                        .map(profile -> choose(tables, profile))
                        .toList();
    }

    private static MethodChoice choose(List<MethodTable> tables, SeriesProfile profile) {
        List<TableFile.Row<SeriesProfile, String>> matching = new ArrayList<>(1);
        for (MethodTable table : tables) {
            matching.addAll(TableFile.matching(
                    table.content.conditions(), table.content.rows(), TableFile.Row::cells, profile));
        }
        if (matching.isEmpty()) {
            throw new UndecidedException(profile.location() + ": no rule answers " + QUESTION
                    + ", but exactly one must. Add a row for what this one is, or widen the condition of one.");
        }
        if (matching.size() > 1) {
            throw new UndecidedException(profile.location() + ": " + QUESTION + " is answered " + matching.size()
                    + " times, but must be once: "
                    + matching.stream()
                            .map(row -> "\"" + row.info().name() + "\" ("
                                    + row.info().file() + " line " + row.info().line() + ")")
                            .sorted()
                            .collect(Collectors.joining(" and "))
                    + ". Make their conditions exclude each other.");
        }
        TableFile.Row<SeriesProfile, String> row = matching.get(0);
        return new MethodChoice(
                String.valueOf(row.answers().get(QUESTION)),
                row.info().id(),
                row.explanation().fill(profile));
    }
}
