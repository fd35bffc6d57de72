package org.plenish.web.rulebook.edit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.cases.FactBuilder;
import org.plenish.rules.vocabulary.Subject;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/**
 * A made-up article: what is given of it, all else being as of the ordinary one.
 *
 * @param given texts by word
 * @param problems what of them cannot be, by word; the empty word: the article as a whole
 */
public record TryForm(Topic topic, Map<String, String> given, Map<String, String> problems) {

    private static final String FIELD = "w.";
    private static final int LONGEST_VALUE = 200;

    public TryForm {
        given = Map.copyOf(given);
        problems = Map.copyOf(problems);
    }

    /**
     * A word with its value.
     *
     * @param ordinary what it is if nothing is given
     * @param text what is given; empty: nothing
     * @param problem null: none
     */
    public record Field(
            WordEntry entry,
            String name,
            String ordinary,
            String text,
            @Nullable String problem) {}

    /** Words that begin alike, such as {@code demand}. */
    public record Group(String name, List<Field> fields) {

        public Group {
            fields = List.copyOf(fields);
        }

        public long givenCount() {
            return fields.stream().filter(field -> !field.text().isEmpty()).count();
        }
    }

    static Topic topic(String word) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.word().equals(word))
                .findFirst()
                .orElse(Topic.POLICY);
    }

    /** @param sent parameters of the page; those of words are {@code w.} and the word */
    static TryForm of(Topic topic, Map<String, String> sent) {
        Map<String, String> given = new TreeMap<>();
        sent.forEach((name, value) -> {
            String text = value.strip();
            if (name.startsWith(FIELD) && !text.isEmpty() && text.length() <= LONGEST_VALUE) {
                given.put(name.substring(FIELD.length()), text);
            }
        });
        return checked(topic, given);
    }

    private static TryForm checked(Topic topic, Map<String, String> given) {
        Map<String, String> problems = new TreeMap<>();
        Map<String, String> known = new TreeMap<>();
        FactBuilder article = new FactBuilder(topic);
        given.forEach((name, text) -> find(topic, name, known, text, problems, article));
        if (problems.isEmpty()) {
            try {
                article.build();
            } catch (IllegalArgumentException e) {
                problems.put("", String.valueOf(e.getMessage()));
            }
        }
        return new TryForm(topic, known, problems);
    }

    private static void find(
            Topic topic,
            String name,
            Map<String, String> known,
            String text,
            Map<String, String> problems,
            FactBuilder article) {
        Word word = Vocabulary.standard().find(topic, name).orElse(null);
        if (word != null && word.question() == null) {
            known.put(name, text);
            try {
                article.set(word, GivenValue.parse(word, text));
            } catch (IllegalArgumentException e) {
                problems.put(name, String.valueOf(e.getMessage()));
            }
        }
    }

    /** The article; only if there are no problems. */
    Record article() {
        FactBuilder article = new FactBuilder(topic);
        given.forEach((name, text) -> {
            Word word = Vocabulary.standard().find(topic, name).orElseThrow();
            article.set(word, GivenValue.parse(word, text));
        });
        return article.build();
    }

    /** All words that can be given, in groups. */
    public List<Group> groups() {
        Subject ordinary = Subject.of(new FactBuilder(topic).build());
        Map<String, List<Field>> groups = new LinkedHashMap<>();
        for (Word word : Vocabulary.standard().words(topic)) {
            if (word.question() == null) {
                String path = word.path();
                String group = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
                groups.computeIfAbsent(group, none -> new java.util.ArrayList<>())
                        .add(new Field(
                                WordEntry.of(word),
                                FIELD + path,
                                GivenValue.text(word.of(ordinary)),
                                given.getOrDefault(path, ""),
                                problems.get(path)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
