package org.plenish.engine.io;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvTable.Column;
import org.plenish.engine.io.ImportProblem.Severity;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Plain values by name, from one mapping of a YAML file. A value is checked as a cell of a row of its own, so its problems
 * read like those of the tables.
 */
final class YamlFields {

    private final String file;
    private final long line;
    private final ImportProblems problems;
    private final Map<String, CsvRow> rows = new HashMap<>();
    private final Map<String, List<CsvRow>> lists = new HashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();

    /** @param line where a value that is missing is missing; 0: in the file as a whole */
    YamlFields(String file, long line, ImportProblems problems) {
        this.file = file;
        this.line = line;
        this.problems = problems;
    }

    /** Takes every entry whose name is not among {@code others}. */
    void takeAll(MappingNode mapping, Set<String> others) {
        for (NodeTuple entry : mapping.getValue()) {
            if (!others.contains(name(entry))) {
                take(entry);
            }
        }
    }

    void take(NodeTuple entry) {
        String name = name(entry);
        long start = YamlFile.line(entry.getKeyNode());
        if (lines.containsKey(name)) {
            problems.add(Severity.ERROR, file, start, name, null, "must be given once", "one of them has to go");
        } else if (entry.getValueNode() instanceof ScalarNode value) {
            lines.put(name, start);
            CsvRow row = row(start, value.getValue());
            rows.put(name, row);
            lists.put(name, row.isGiven(cell(name)) ? List.of(row) : List.of());
        } else if (entry.getValueNode() instanceof SequenceNode list
                && list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            lines.put(name, start);
            lists.put(name, list.getValue().stream().map(this::row).toList());
        } else {
            lines.put(name, start);
            problems.add(Severity.ERROR, file, start, name, null, "must be one plain value", null);
        }
    }

    static String name(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
    }

    private CsvRow row(Node element) {
        return row(YamlFile.line(element), ((ScalarNode) element).getValue());
    }

    private CsvRow row(long start, String value) {
        CsvRow row = new CsvRow(file, 1, new int[] {0}, false, problems);
        row.take(start, List.of(value));
        return row;
    }

    /** The one value of a name; where a list is given instead, that is noted as an error. */
    CsvRow one(String name) {
        CsvRow row = rows.get(name);
        if (row != null) {
            return row;
        }
        Long given = lines.get(name);
        if (given != null && lists.remove(name) != null) {
            problems.add(Severity.ERROR, file, given, name, null, "must be one plain value, not a list", null);
        }
        CsvRow missing = new CsvRow(file, 0, new int[] {-1}, false, problems);
        missing.take(line, List.of());
        return missing;
    }

    /** One or a list; empty if not given. */
    List<CsvRow> all(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /** Whether it has a value. */
    boolean isGiven(String name) {
        return !all(name).isEmpty();
    }

    /** Whether it stands there without a value. */
    boolean isEmpty(String name) {
        return lists.containsKey(name) && all(name).isEmpty();
    }

    /** In the order of the file. */
    Set<String> names() {
        return lines.keySet();
    }

    /** Where a name stands; the line of the whole if it is not given. */
    long line(String name) {
        return lines.getOrDefault(name, line);
    }

    void error(String name, @Nullable String value, String requirement, @Nullable String suggestion) {
        problems.add(Severity.ERROR, file, line(name), name, value, requirement, suggestion);
    }

    static Column cell(String name) {
        return new Column(name, false, 0);
    }
}
