package org.plenish.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with {@code {words}} in it, to be filled in with what a rule saw.
 *
 * @param <F> what it saw
 */
final class ExplanationTemplate<F> {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final List<String> literals;
    private final List<Vocabulary.Word<F>> words;

    private ExplanationTemplate(List<String> literals, List<Vocabulary.Word<F>> words) {
        this.literals = literals;
        this.words = words;
    }

    /** @throws IllegalArgumentException if a placeholder is no known word */
    static <F> ExplanationTemplate<F> parse(String text, Function<String, Optional<Vocabulary.Word<F>>> vocabulary) {
        List<String> literals = new ArrayList<>();
        List<Vocabulary.Word<F>> words = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String path = matcher.group(1).strip();
            words.add(vocabulary
                    .apply(path)
                    .orElseThrow(
                            () -> new IllegalArgumentException("{" + path + "} in the explanation is not known.")));
            literals.add(text.substring(end, matcher.start()));
            end = matcher.end();
        }
        literals.add(text.substring(end));
        return new ExplanationTemplate<>(List.copyOf(literals), List.copyOf(words));
    }

    String fill(F seen) {
        if (words.isEmpty()) {
            return literals.get(0);
        }
        StringBuilder text = new StringBuilder(literals.get(0));
        for (int i = 0; i < words.size(); i++) {
            text.append(forPerson(words.get(i).of(seen))).append(literals.get(i + 1));
        }
        return text.toString();
    }

    /** Numbers from 100 on without decimals, smaller ones with two significant decimals at most. */
    static String forPerson(@Nullable Object value) {
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
