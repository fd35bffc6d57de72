package org.plenish.engine.io;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvTable.Column;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.DatasetSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * {@code dataset.yaml}: one mapping of names to plain values. It is only taken apart, nothing in it is constructed. A
 * value is checked as a cell of a row of its own, so its problems read like those of the tables.
 */
final class SettingsFile {

    static final String NAME = "dataset.yaml";

    private static final Set<String> KNOWN = Set.of(
            "name",
            "as_of",
            "currency",
            "bucket",
            "horizon",
            "decimal",
            "carry_forward",
            "cash_basis",
            "source",
            "license");
    private static final int USUAL_HORIZON_BUCKETS = 13;
    private static final int LONGEST_HORIZON_BUCKETS = 1_000;

    /** The code that ISO 4217 sets aside for "no currency": a real code, not a placeholder. */
    private static final String NO_CURRENCY = "XXX";

    private final ImportProblems problems;
    private final Map<String, CsvRow> rows = new HashMap<>();

    private SettingsFile(ImportProblems problems) {
        this.problems = problems;
    }

    /** Reads the file, if there is one; without it every setting has its usual value. */
    static SettingsFile read(Path folder, ImportProblems problems) {
        SettingsFile settings = new SettingsFile(problems);
        Path file = folder.resolve(NAME);
        if (Files.exists(file)) {
            settings.read(file);
        }
        return settings;
    }

    private void read(Path file) {
        try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
            Node root = new Yaml(new LoaderOptions()).compose(text);
            if (root instanceof MappingNode mapping) {
                mapping.getValue().forEach(this::take);
            } else if (root != null) {
                problems.add(
                        Severity.ERROR, NAME, line(root), null, null, "must list settings like name: Sample", null);
            }
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String column = mark == null ? null : String.valueOf(mark.getColumn() + 1);
            long line = mark == null ? 0 : mark.getLine() + 1L;
            String requirement = "must be YAML (" + e.getProblem() + ")";
            problems.add(Severity.ERROR, NAME, line, column, null, requirement, "the value needs quotation marks");
        } catch (CharacterCodingException e) {
            problems.fileError(NAME, "must be UTF-8 text, but holds bytes that are not", "it can be saved as UTF-8");
        } catch (YAMLException | IOException e) {
            problems.fileError(NAME, "cannot be read (" + e.getMessage() + ")", null);
        }
    }

    private void take(NodeTuple setting) {
        long line = line(setting.getKeyNode());
        String name = setting.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
        if (!KNOWN.contains(name)) {
            problems.add(Severity.NOTICE, NAME, line, name, null, "is not known and was left aside", null);
        } else if (!(setting.getValueNode() instanceof ScalarNode value)) {
            problems.add(Severity.ERROR, NAME, line, name, null, "must be one plain value", null);
        } else if (rows.containsKey(name)) {
            problems.add(Severity.ERROR, NAME, line, name, null, "must be given once", "one of them has to go");
        } else {
            CsvRow row = new CsvRow(NAME, 1, new int[] {0}, false, problems);
            row.take(line, List.of(value.getValue()));
            rows.put(name, row);
        }
    }

    private static long line(Node node) {
        return node.getStartMark().getLine() + 1L;
    }

    /** Whether numbers in the tables are written with a decimal comma. */
    boolean decimalComma() {
        CsvRow row = row("decimal");
        String mark = row.textOr(cell("decimal"), ".");
        if (!mark.equals(".") && !mark.equals(",")) {
            row.error(cell("decimal"), "must be \".\" or \",\"", null);
        }
        return mark.equals(",");
    }

    /** Whether cash that one bucket leaves may be spent in a later one. */
    boolean carryForward() {
        return !row("carry_forward").isGiven(cell("carry_forward"))
                || row("carry_forward").flag(cell("carry_forward"));
    }

    /** What uses cash up: orders placed, as usual, or paid. */
    CashBudget.Basis cashBasis() {
        return row("cash_basis").oneOf(cell("cash_basis"), CashBudget.Basis.class, CashBudget.Basis.COMMITMENT);
    }

    /**
     * The settings, with what the file leaves open filled in.
     *
     * @param folderName names the dataset if the file does not
     * @param lastSale null if there are none
     * @return null, with an error noted, if nothing tells the plan's date
     */
    @Nullable
    DatasetSettings settings(String folderName, @Nullable LocalDate lastSale) {
        LocalDate asOf = row("as_of").dateIfGiven(cell("as_of"));
        if (asOf == null) {
            if (lastSale == null) {
                String requirement = "must be given, because no sale tells the plan's date";
                problems.add(Severity.ERROR, NAME, 0, "as_of", null, requirement, null);
                return null;
            }
            asOf = lastSale.plusDays(1);
        }
        return new DatasetSettings(
                row("name").textOr(cell("name"), folderName),
                asOf,
                currency(),
                row("bucket").oneOf(cell("bucket"), BucketSize.class, BucketSize.WEEK),
                row("horizon").isGiven(cell("horizon"))
                        ? row("horizon").wholeNumber(cell("horizon"), 1, LONGEST_HORIZON_BUCKETS)
                        : USUAL_HORIZON_BUCKETS,
                row("source").text(cell("source")),
                row("license").text(cell("license")));
    }

    private String currency() {
        String currency = row("currency").textOr(cell("currency"), NO_CURRENCY);
        if (!currency.matches("[A-Z]{3}")) {
            row("currency").error(cell("currency"), "must be a currency's three letters, like EUR", null);
        }
        return currency;
    }

    private static Column cell(String name) {
        return new Column(name, false, 0);
    }

    private CsvRow row(String name) {
        CsvRow row = rows.get(name);
        return row != null ? row : new CsvRow(NAME, 0, new int[] {-1}, false, problems);
    }
}
