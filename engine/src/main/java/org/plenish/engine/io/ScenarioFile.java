package org.plenish.engine.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.io.ScenarioFields.Names;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.scenario.Change;
import org.plenish.engine.plan.scenario.ChangeKind;
import org.plenish.engine.plan.scenario.ChangeKinds;
import org.plenish.engine.plan.scenario.NoReplay;
import org.plenish.engine.plan.scenario.Scenario;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A what-if in a YAML file: what it is about, on what it stands, and its {@code changes}. It is read in two steps, because it
 * may itself name the dataset against which its changes are checked. Never throws for bad input: all that is wrong is in the
 * reports.
 */
public final class ScenarioFile {

    private static final Set<String> HEADER =
            Set.of("name", "description", "dataset", "rules", "seed", "moves", "seconds");
    private static final List<String> OF_THE_OPTIMIZER = List.of("seed", "moves", "seconds");
    private static final String CHANGES = "changes";
    private static final String KIND = "change";
    private static final String EXAMPLE = "name: Cash cut";
    private static final double LARGEST_SECONDS = 86_400;

    private final String name;
    private final ImportProblems problems = new ImportProblems();
    private final List<MappingNode> changes = new ArrayList<>();
    private final YamlFields head;
    private Header header;

    /**
     * What stands before the changes. Folders are as written, taken from the file's own folder.
     *
     * @param dataset null if not given
     * @param rules null: the rule book of the base
     * @param seed null if not given; likewise {@code moves} and {@code seconds}, of which one at most is
     */
    public record Header(
            String name,
            String description,
            @Nullable Path dataset,
            @Nullable Path rules,
            @Nullable Integer seed,
            @Nullable Integer moves,
            @Nullable Double seconds) {}

    /**
     * A scenario, or what is wrong with its file.
     *
     * @param scenario null if anything is an error
     */
    public record Read(@Nullable Scenario scenario, ImportReport report) {}

    private ScenarioFile(String name) {
        this.name = name;
        head = new YamlFields(name, 0, problems);
        header = new Header(withoutEnding(name), "", null, null, null, null, null);
    }

    /** Reads all that can be understood without the dataset. */
    public static ScenarioFile open(Path file) {
        ScenarioFile scenario = new ScenarioFile(String.valueOf(file.getFileName()));
        if (!Files.isRegularFile(file)) {
            scenario.problems.fileError(
                    scenario.name, "must be a scenario's file, but is none", "it is spelt differently");
            return scenario;
        }
        scenario.take(YamlFile.read(file, scenario.name, EXAMPLE, scenario.problems), file);
        return scenario;
    }

    /**
     * The same of a text that is not kept as a file and so cannot name folders.
     *
     * @param name how problems call it
     */
    public static ScenarioFile of(String name, String text) {
        ScenarioFile scenario = new ScenarioFile(name);
        scenario.take(YamlFile.read(text, name, EXAMPLE, scenario.problems), null);
        return scenario;
    }

    private static String withoutEnding(String name) {
        return name.replaceFirst("[.]ya?ml$", "");
    }

    private void take(@Nullable MappingNode root, @Nullable Path file) {
        if (root == null) {
            if (!problems.hasErrors()) {
                problems.fileError(name, "must list settings like " + EXAMPLE + ", but is empty", null);
            }
            return;
        }
        for (NodeTuple entry : root.getValue()) {
            String field = YamlFields.name(entry);
            if (field.equals(CHANGES)) {
                takeChanges(entry);
            } else if (!HEADER.contains(field)) {
                problems.add(
                        Severity.ERROR,
                        name,
                        YamlFile.line(entry.getKeyNode()),
                        field,
                        null,
                        "is not known; known are " + CHANGES + ", " + String.join(", ", sorted(HEADER)),
                        null);
            }
        }
        YamlFields fields = head;
        for (NodeTuple entry : root.getValue()) {
            if (HEADER.contains(YamlFields.name(entry))) {
                fields.take(entry);
            }
        }
        if (fields.isGiven("moves") && fields.isGiven("seconds")) {
            fields.error("seconds", null, "must not be given beside moves: only one of both can bound a run", null);
        }
        header = new Header(
                fields.one("name").textOr(YamlFields.cell("name"), withoutEnding(name)),
                fields.one("description").text(YamlFields.cell("description")),
                folder(fields, "dataset", file),
                folder(fields, "rules", file),
                fields.one("seed").wholeNumberIfGiven(YamlFields.cell("seed"), 0),
                fields.one("moves").wholeNumberIfGiven(YamlFields.cell("moves"), 1),
                fields.one("seconds").numberIfGiven(YamlFields.cell("seconds"), 0.1, LARGEST_SECONDS));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    /** @param file null: folders mean nothing */
    private static @Nullable Path folder(YamlFields fields, String field, @Nullable Path file) {
        CsvRow row = fields.one(field);
        if (!row.isGiven(YamlFields.cell(field))) {
            return null;
        }
        if (file == null) {
            row.error(
                    YamlFields.cell(field),
                    "must not be given in a scenario that is not a file",
                    "the line was copied from a file: leave it out");
            return null;
        }
        Path folder = file.resolveSibling(row.text(YamlFields.cell(field))).normalize();
        if (!Files.isDirectory(folder)) {
            row.error(
                    YamlFields.cell(field),
                    "must be a folder, seen from the scenario's own",
                    "the scenario was moved: write the way from where it lies now");
        }
        return folder;
    }

    private void takeChanges(NodeTuple entry) {
        long line = YamlFile.line(entry.getKeyNode());
        if (!(entry.getValueNode() instanceof SequenceNode list)) {
            problems.add(
                    Severity.ERROR,
                    name,
                    line,
                    CHANGES,
                    null,
                    "must be a list of changes",
                    "a dash before each is missing");
            return;
        }
        for (Node change : list.getValue()) {
            if (change instanceof MappingNode mapping) {
                changes.add(mapping);
            } else {
                problems.add(
                        Severity.ERROR,
                        name,
                        YamlFile.line(change),
                        CHANGES,
                        null,
                        "must list fields like change: demand",
                        null);
            }
        }
    }

    /** What the file says of itself; usual values stand in for what is wrong. */
    public Header header() {
        return header;
    }

    /** What was found wrong up to now. */
    public ImportReport report() {
        return problems.report();
    }

    /** Checks the changes against the dataset. */
    public Read read(Dataset dataset) {
        return read(dataset, false);
    }

    /**
     * Checks them for a replay of the past: a change that means nothing there is an error, a setting of the optimizer a
     * warning.
     */
    public Read readForReplay(Dataset dataset) {
        for (String setting : OF_THE_OPTIMIZER) {
            if (head.isGiven(setting)) {
                problems.add(
                        Severity.WARNING,
                        name,
                        head.line(setting),
                        setting,
                        null,
                        "is left aside: a backtest optimizes nothing",
                        "the line is for plan and compare: it may stay");
            }
        }
        return read(dataset, true);
    }

    private Read read(Dataset dataset, boolean replayed) {
        Names names = Names.of(dataset);
        List<Change> made = new ArrayList<>();
        for (MappingNode change : changes) {
            read(change, dataset, names, replayed).ifPresent(made::add);
        }
        if (changes.isEmpty() && header.rules() == null && !problems.hasErrors()) {
            problems.fileError(name, "must change something: changes, or the rule book", null);
        }
        Scenario scenario = problems.hasErrors()
                ? null
                : new Scenario(header.name(), header.description(), made, header.rules() != null);
        return new Read(scenario, problems.report());
    }

    private Optional<Change> read(MappingNode mapping, Dataset dataset, Names names, boolean replayed) {
        long line = YamlFile.line(mapping);
        YamlFields fields = new YamlFields(name, line, problems);
        fields.takeAll(mapping, Set.of());
        ScenarioFields change = new ScenarioFields(dataset, names, fields, name, line);
        String id = change.text(KIND);
        Optional<ChangeKind> kind = ChangeKinds.find(id);
        if (kind.isEmpty()) {
            String known = ChangeKinds.all().stream().map(ChangeKind::id).collect(Collectors.joining(", "));
            fields.error(KIND, id, "must be one of " + known, null);
            return Optional.empty();
        }
        Change read = kind.get().read().apply(change);
        NoReplay obstacle = replayed ? read.noReplay() : null;
        if (obstacle != null) {
            fields.error(
                    obstacle.field(),
                    obstacle.field().equals(KIND) ? id : change.text(obstacle.field()),
                    "means nothing in a backtest: " + obstacle.reason(),
                    "you want to know what it does from now on: plan the scenario, or leave this out");
        }
        for (String field : fields.names()) {
            if (fields.isEmpty(field)) {
                fields.error(field, "", "must have a value", "the line is to go: without it all are meant");
            }
        }
        for (String field : change.unknown()) {
            String known =
                    change.asked().stream().filter(asked -> !asked.equals(KIND)).collect(Collectors.joining(", "));
            fields.error(field, null, "is not known for " + id + ", which may have " + known, null);
        }
        return Optional.of(read);
    }
}
