package org.plenish.engine.io;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem.Severity;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML file that lists settings by name. It is only taken apart, nothing in it is constructed. */
final class YamlFile {

    private YamlFile() {}

    private interface Source {

        Reader open() throws IOException;
    }

    /**
     * Its outermost mapping.
     *
     * @param name of the file in problems
     * @param example of a setting, such as {@code name: Sample}
     * @return null if there is none; unless the file is empty, an error was noted
     */
    static @Nullable MappingNode read(Path file, String name, String example, ImportProblems problems) {
        return read(
                () -> new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()),
                name,
                example,
                problems);
    }

    /** The same of a text that lies in no folder. */
    static @Nullable MappingNode read(String text, String name, String example, ImportProblems problems) {
        return read(() -> new StringReader(text), name, example, problems);
    }

    private static @Nullable MappingNode read(Source source, String name, String example, ImportProblems problems) {
        try (Reader text = source.open()) {
            Node root = new Yaml(new LoaderOptions()).compose(text);
            if (root instanceof MappingNode mapping) {
                return mapping;
            }
            if (root != null) {
                problems.add(Severity.ERROR, name, line(root), null, null, "must list settings like " + example, null);
            }
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String column = mark == null ? null : String.valueOf(mark.getColumn() + 1);
            long line = mark == null ? 0 : mark.getLine() + 1L;
            String requirement = "must be YAML (" + e.getProblem() + ")";
            problems.add(Severity.ERROR, name, line, column, null, requirement, "the value needs quotation marks");
        } catch (CharacterCodingException e) {
            problems.fileError(name, "must be UTF-8 text, but holds bytes that are not", "it can be saved as UTF-8");
        } catch (YAMLException | IOException e) {
            problems.fileError(name, "cannot be read (" + e.getMessage() + ")", null);
        }
        return null;
    }

    /** From 1. */
    static long line(Node node) {
        return node.getStartMark().getLine() + 1L;
    }
}
