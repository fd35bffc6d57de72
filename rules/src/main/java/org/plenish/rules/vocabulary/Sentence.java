package org.plenish.rules.vocabulary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An explanation with {@code {words}} in it, to be filled in with what a rule saw.
 *
 * @param literals what stands before the first word, between words, and after the last one
 * @param words one fewer than literals
 */
public record Sentence(List<String> literals, List<Word> words) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    public Sentence {
        literals = List.copyOf(literals);
        words = List.copyOf(words);
    }

    /** @throws IllegalArgumentException if a placeholder is no word of the topic */
    public static Sentence parse(String text, Topic topic, Vocabulary vocabulary) {
        List<String> literals = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String path = matcher.group(1).strip();
            words.add(vocabulary
                    .find(topic, path)
                    .orElseThrow(
                            () -> new IllegalArgumentException("{" + path + "} in the explanation is not known.")));
            literals.add(text.substring(end, matcher.start()));
            end = matcher.end();
        }
        literals.add(text.substring(end));
        return new Sentence(literals, words);
    }

    /** @param values one for each word */
    public String fill(List<? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder(literals.get(0));
        for (int i = 0; i < words.size(); i++) {
            text.append(forPerson(values.get(i))).append(literals.get(i + 1));
        }
        return text.toString();
    }

    /** Numbers from 100 on without decimals, smaller ones with two significant decimals at most. */
    public static String forPerson(@Nullable Object value) {
        if (value == null) {
            return "not known";
        }
        if (value instanceof Double number) {
            if (number.isNaN()) {
                return "not known";
            }
            return number.isInfinite() ? "infinitely many" : rounded(number);
        }
        if (value instanceof Enum<?> word) {
            return word.name().length() == 1
                    ? word.name()
                    : word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value.toString();
    }

    private static String rounded(double number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        double size = Math.abs(number);
        BigDecimal rounded;
        if (size >= 100) {
            rounded = exact.setScale(0, RoundingMode.HALF_EVEN);
        } else if (size >= 0.01) {
            rounded = exact.setScale(2, RoundingMode.HALF_EVEN);
        } else {
            int digits = exact.precision() - exact.scale();
            rounded = exact.setScale(Math.min(12, 2 - digits), RoundingMode.HALF_EVEN);
        }
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
