package org.plenish.rules.vocabulary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.UnitPrice;

/**
 * All words that rules may use, read from {@code vocabulary.csv}: a row a word, with the topics it belongs to, its unit and
 * range and what it means. Words that are answers take their type from {@link Question}, the others from the topic's fact.
 */
public final class Vocabulary {

    private static final Vocabulary STANDARD = read();

    private final Map<Topic, Map<String, Word>> words;

    private Vocabulary(Map<Topic, Map<String, Word>> words) {
        this.words = words;
    }

    /** The only one: words are code, like the facts they name. */
    public static Vocabulary standard() {
        return STANDARD;
    }

    public Optional<Word> find(Topic topic, String path) {
        return Optional.ofNullable(of(topic).get(path));
    }

    /** In the order in which they are told to analysts. */
    public Collection<Word> words(Topic topic) {
        return of(topic).values();
    }

    /** The word for the answer to a question. */
    public Word answerTo(Question question) {
        return find(question.topic(), question.word()).orElseThrow();
    }

    /** Words of the topic that look like what was written, the likeliest first; at most three. */
    public List<String> similar(Topic topic, String written) {
        TreeMap<Integer, List<String>> byDistance = new TreeMap<>();
        for (String path : of(topic).keySet()) {
            int distance = path.contains(written)
                    ? 1
                    : Math.min(
                            EditDistance.letters(path, written),
                            1 + EditDistance.letters(lastPart(path), lastPart(written)));
            byDistance.computeIfAbsent(distance, none -> new ArrayList<>()).add(path);
        }
        return byDistance.entrySet().stream()
                .filter(entry ->
                        entry.getKey() <= Math.min(Math.max(2, written.length() / 3), byDistance.firstKey() + 1))
                .flatMap(entry -> entry.getValue().stream())
                .limit(3)
                .toList();
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private Map<String, Word> of(Topic topic) {
        return java.util.Objects.requireNonNull(words.get(topic));
    }

    private static Vocabulary read() {
        Map<Topic, Map<String, Word>> words = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            words.put(topic, new LinkedHashMap<>());
        }
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.csv")) {
            if (in == null) {
                throw new IllegalStateException("vocabulary.csv must be on the class path, but is not.");
            }
            CsvReader.builder()
                    .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .forEach(row -> {
                        for (String topic : row.getField("topics").split("\\|", -1)) {
                            Word word = word(topic(topic), row);
                            java.util.Objects.requireNonNull(words.get(word.topic()))
                                    .put(word.path(), word);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Vocabulary(words);
    }

    private static Topic topic(String word) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("vocabulary.csv: " + word + " is no topic."));
    }

    private static Word word(Topic topic, NamedCsvRecord row) {
        String path = row.getField("word");
        Question question = Question.find(topic, path).orElse(null);
        List<Method> accessors = question == null ? accessors(topic, path) : List.of();
        Class<?> type =
                question == null ? plainType(accessors.get(accessors.size() - 1).getReturnType()) : question.type();
        return new Word(
                topic,
                path,
                question,
                accessors,
                Word.kindOf(type),
                type,
                row.getField("unit"),
                Word.everything(
                        type,
                        bound(row.getField("least"), Double.NEGATIVE_INFINITY),
                        bound(row.getField("most"), Double.POSITIVE_INFINITY),
                        row.getField("unknown").equals("yes") || isOfNoSingleArticle(topic, path)),
                row.getField("meaning"));
    }

    /** A situation may be a matter of a whole warehouse or of cash: all that is known of an article is then unknown. */
    private static boolean isOfNoSingleArticle(Topic topic, String path) {
        return topic == Topic.EXCEPTION
                && List.of("item", "warehouse", "demand", "stock", "supply").contains(path.split("\\.", -1)[0]);
    }

    private static double bound(String cell, double none) {
        return cell.isEmpty() ? none : Double.parseDouble(cell);
    }

    /** {@code item} and {@code warehouse} alone stand for their keys. */
    private static List<Method> accessors(Topic topic, String path) {
        String full = path.equals("item") || path.equals("warehouse") ? path + ".id" : path;
        List<Method> accessors = new ArrayList<>();
        @Nullable Class<?> type = topic.factType();
        for (String name : full.split("\\.", -1)) {
            RecordComponent component = Arrays.stream(type.getRecordComponents())
                    .filter(candidate -> candidate.getName().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("vocabulary.csv: " + path + " is no fact of " + topic));
            accessors.add(component.getAccessor());
            type = component.getType();
        }
        return List.copyOf(accessors);
    }

    private static Class<?> plainType(Class<?> type) {
        if (type == int.class) {
            return Integer.class;
        }
        if (type == double.class || type == UnitPrice.class || type == Money.class) {
            return Double.class;
        }
        if (type == boolean.class) {
            return Boolean.class;
        }
        return type.isRecord() ? String.class : type;
    }
}
