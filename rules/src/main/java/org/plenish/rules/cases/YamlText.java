package org.plenish.rules.cases;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.problem.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** YAML as nodes that know where they stand. Nothing is constructed from them. */
final class YamlText {

    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_NESTING = 20;

    private YamlText() {}

    /**
     * The one document of a text.
     *
     * @param problems to be added to
     * @return null if there is no YAML in it; then there is a problem
     */
    static @Nullable Node read(String file, String text, List<Problem> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(MOST_NESTING);
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        try {
            int nesting = 0;
            for (Event event : new Yaml(options).parse(new StringReader(text))) {
                nesting += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                Problem refused = nesting > MOST_NESTING
                        ? refused(file, event, "more than " + MOST_NESTING + " levels of nesting")
                        : refusal(file, event);
                if (refused != null) {
                    problems.add(refused);
                    return null;
                }
            }
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                problems.add(new Problem(file, 0, 0, "is empty.", "Write rules: or cases: into it, or remove it."));
            }
            return root;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            problems.add(notYaml(file, mark.getLine() + 1, mark.getColumn() + 1, e.getProblem()));
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            problems.add(
                    notYaml(file, line, before.length() - before.lastIndexOf('\n'), "a sign that cannot be printed"));
        } catch (YAMLException e) {
            problems.add(notYaml(file, 0, 0, String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static Problem notYaml(String file, int line, int column, String why) {
        return new Problem(
                file,
                line,
                column,
                "is not YAML: " + why + ".",
                "Maybe a text with a colon or a bracket needs double quotes, or lines are indented unlike the others.");
    }

    /** What makes one text stand in several places, or names a type, is refused: tests do not need it. */
    private static @Nullable Problem refusal(String file, Event event) {
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            return refused(file, event, (event instanceof AliasEvent ? "*" : "&") + node.getAnchor());
        }
        @Nullable
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : null;
        return tag == null ? null : refused(file, event, "the type " + tag);
    }

    private static Problem refused(String file, Event event, String what) {
        Mark mark = event.getStartMark();
        return new Problem(
                file,
                mark.getLine() + 1,
                mark.getColumn() + 1,
                what + " is not allowed in tests.",
                "Write the value itself; put a text that begins with &, *, !, [ or { in double quotes.");
    }
}
