package org.plenish.web.rulebook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.plan.PlanComparison;
import org.plenish.engine.plan.PlanException;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.Conclusion;
import org.plenish.web.run.BulkInsert;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Notes which rule decided for which SKU-locations of a plan. A plan of 100,000 has some two million decisions: they are kept
 * as lists of a thousand, so that a page of one rule's is a single row.
 */
@Component
class RuleDecisions implements PlanFollower {

    static final int LOCATIONS_A_CHUNK = 1_000;

    /** How a forecast names the rule that chose its method; if the method was chosen by its error, no rule is named. */
    private static final Pattern FORECAST_RULE = Pattern.compile("(?:Set by rule|Rule) (\\S+?)(?:: | asks for )");

    private final JdbcTemplate jdbc;

    RuleDecisions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a rule that decided something, and where it did. */
    private record Decided(String name, String file, int line, Set<String> questions, List<SkuLocation> locations) {

        static Decided by(String name, String file, int line) {
            return new Decided(name, file, line, new LinkedHashSet<>(), new ArrayList<>());
        }

        /** Locations come one after the other, so one that is there already is the last. */
        void at(String question, SkuLocation location) {
            questions.add(question);
            if (locations.isEmpty() || !locations.get(locations.size() - 1).equals(location)) {
                locations.add(location);
            }
        }
    }

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        Map<String, Decided> byRule = decisions(planned.plan());
        jdbc.execute((Connection connection) -> {
            write(connection, runId, byRule);
            return true;
        });
    }

    private static Map<String, Decided> decisions(ReplenishmentPlan plan) {
        Map<String, Decided> byRule = new TreeMap<>();
        for (SkuLocationPlan location : plan.locations()) {
            for (Conclusion conclusion : location.choice().conclusions()) {
                by(byRule, conclusion).at(conclusion.question(), location.location());
            }
            findForecastRule(location.forecast().why())
                    .ifPresent(rule -> byRule.computeIfAbsent(rule, id -> Decided.by(id, "", 0))
                            .at(PlanComparison.FORECAST_METHOD, location.location()));
        }
        // Those of an article need not follow each other, so they are brought into order first.
        plan.exceptions().stream()
                .filter(exception -> exception.item() != null && exception.warehouse() != null)
                .sorted(Comparator.comparing(RuleDecisions::location))
                .forEach(exception -> by(byRule, exception.judgement())
                        .at(exception.judgement().question(), location(exception)));
        return byRule;
    }

    private static SkuLocation location(PlanException exception) {
        return new SkuLocation(Objects.requireNonNull(exception.item()), Objects.requireNonNull(exception.warehouse()));
    }

    private static Decided by(Map<String, Decided> byRule, Conclusion conclusion) {
        return byRule.computeIfAbsent(
                conclusion.ruleId(), id -> Decided.by(conclusion.ruleName(), conclusion.file(), conclusion.line()));
    }

    /** Which rule chose the method, if the forecast says that one did. */
    static Optional<String> findForecastRule(String why) {
        Matcher named = FORECAST_RULE.matcher(why);
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }

    private static void write(Connection connection, long runId, Map<String, Decided> byRule) throws SQLException {
        try (BulkInsert rows = new BulkInsert(
                connection,
                "plan_rule",
                List.of("run_id", "rule_id", "name", "file", "line", "questions", "locations"))) {
            for (Map.Entry<String, Decided> rule : byRule.entrySet()) {
                Decided decided = rule.getValue();
                rows.row(
                        runId,
                        rule.getKey(),
                        decided.name(),
                        decided.file(),
                        decided.line(),
                        String.join(",", decided.questions()),
                        decided.locations().size());
            }
            rows.finish();
        }
        try (BulkInsert rows = new BulkInsert(
                connection, "plan_rule_locations", List.of("run_id", "rule_id", "chunk", "items", "warehouses"))) {
            for (Map.Entry<String, Decided> rule : byRule.entrySet()) {
                List<SkuLocation> locations = new ArrayList<>(rule.getValue().locations());
                for (int start = 0; start < locations.size(); start += LOCATIONS_A_CHUNK) {
                    List<SkuLocation> chunk =
                            locations.subList(start, Math.min(start + LOCATIONS_A_CHUNK, locations.size()));
                    rows.row(
                            runId,
                            rule.getKey(),
                            start / LOCATIONS_A_CHUNK,
                            array(chunk.stream()
                                    .map(location -> location.item().value())
                                    .toList()),
                            array(chunk.stream()
                                    .map(location -> location.warehouse().value())
                                    .toList()));
                }
            }
            rows.finish();
        }
    }

    /** As PostgreSQL writes an array of texts. */
    private static String array(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
