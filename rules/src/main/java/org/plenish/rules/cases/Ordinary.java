package org.plenish.rules.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The subject that a topic's tests begin with, read from {@code ordinary.yaml}.
 *
 * @param values of every word that is a fact, by {@link FactBuilder#place}
 * @param absent groups that are there only where a test names them
 */
record Ordinary(Map<String, @Nullable Object> values, Set<String> absent) {

    static final String NONE = "none";

    private static final Map<Topic, Ordinary> ALL = read();

    Ordinary {
        values = Collections.unmodifiableMap(new HashMap<>(values));
        absent = Set.copyOf(absent);
    }

    static Ordinary of(Topic topic) {
        return Objects.requireNonNull(ALL.get(topic));
    }

    private static Map<Topic, Ordinary> read() {
        List<Problem> problems = new ArrayList<>();
        Node root = YamlText.read("ordinary.yaml", text(), problems);
        if (!(root instanceof MappingNode sections)) {
            throw new IllegalStateException("ordinary.yaml must be a mapping: " + problems);
        }
        Map<Topic, Ordinary> all = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            Map<String, @Nullable Object> values = new HashMap<>();
            Set<String> absent = new HashSet<>();
            for (NodeTuple section : sections.getValue()) {
                String name = ((ScalarNode) section.getKeyNode()).getValue();
                if (name.equals("all") || name.equals(topic.word())) {
                    add((MappingNode) section.getValueNode(), topic, values, absent);
                }
            }
            all.put(topic, new Ordinary(values, absent));
        }
        return all;
    }

    private static void add(
            MappingNode section, Topic topic, Map<String, @Nullable Object> values, Set<String> absent) {
        for (NodeTuple entry : section.getValue()) {
            String path = ((ScalarNode) entry.getKeyNode()).getValue();
            ScalarNode value = (ScalarNode) entry.getValueNode();
            if (value.getValue().equals(NONE)) {
                absent.add(path);
            } else {
                Vocabulary.standard()
                        .find(topic, path)
                        .ifPresent(word -> values.put(FactBuilder.place(word), WrittenValue.parse(word, value)));
            }
        }
    }

    private static String text() {
        try (InputStream in = Ordinary.class.getResourceAsStream("ordinary.yaml")) {
            if (in == null) {
                throw new IllegalStateException("ordinary.yaml must be on the class path, but is not.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
