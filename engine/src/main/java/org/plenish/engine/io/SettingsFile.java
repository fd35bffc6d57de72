package org.plenish.engine.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvTable.Column;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.DatasetSettings;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** {@code dataset.yaml}: one mapping of names to plain values. */
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
    private final YamlFields fields;

    private SettingsFile(ImportProblems problems) {
        this.problems = problems;
        this.fields = new YamlFields(NAME, 0, problems);
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
        MappingNode mapping = YamlFile.read(file, NAME, "name: Sample", problems);
        if (mapping != null) {
            mapping.getValue().forEach(this::take);
        }
    }

    private void take(NodeTuple setting) {
        String name = YamlFields.name(setting);
        if (KNOWN.contains(name)) {
            fields.take(setting);
        } else {
            long line = YamlFile.line(setting.getKeyNode());
            problems.add(Severity.NOTICE, NAME, line, name, null, "is not known and was left aside", null);
        }
    }

    /** Whether it tells the one or the other. */
    boolean saysDecimal() {
        return row("decimal").isGiven(cell("decimal"));
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
        return YamlFields.cell(name);
    }

    private CsvRow row(String name) {
        return fields.one(name);
    }
}
