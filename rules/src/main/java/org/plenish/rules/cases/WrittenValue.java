package org.plenish.rules.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.vocabulary.Word;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The value of a word as a test writes it: of the word's kind, {@code unknown}, or {@code .inf}. */
final class WrittenValue {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Set<String> UNKNOWN = Set.of("unknown", "null", "~", "");

    private WrittenValue() {}

    /**
     * @return null for "not known"
     * @throws IllegalArgumentException if it is of another kind than the word
     */
    static @Nullable Object parse(Word word, ScalarNode written) {
        if (isPlain(written) && UNKNOWN.contains(written.getValue())) {
            return null;
        }
        Object value = value(word, written.getValue());
        if (value == null) {
            throw new IllegalArgumentException(
                    word.path() + ": " + written.getValue() + " must be " + word.allowed() + ".");
        }
        return value;
    }

    /** In quotes everything is a text. */
    static boolean isPlain(ScalarNode written) {
        return written.getScalarStyle() == ScalarStyle.PLAIN;
    }

    private static @Nullable Object value(Word word, String text) {
        return switch (word.kind()) {
            case NUMBER ->
                switch (text) {
                    case ".inf" -> (Object) Double.POSITIVE_INFINITY;
                    case "-.inf" -> Double.NEGATIVE_INFINITY;
                    default -> NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
                };
            case WHOLE_NUMBER -> WHOLE_NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
            case DAY -> day(text);
            case YES_NO -> (text.equals("true") || text.equals("false")) ? Boolean.valueOf(text) : null;
            case CONSTANT ->
                Arrays.stream(word.type().getEnumConstants())
                        .filter(constant -> constant.toString().equals(text))
                        .findFirst()
                        .orElse(null);
            case TEXT -> text.isEmpty() ? null : text;
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
