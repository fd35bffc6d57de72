package org.plenish.rules;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Answers as text. */
final class Answers {

    private Answers() {}

    /** @throws IllegalArgumentException if {@code text} is not an allowed answer */
    static Object parse(Question question, String text) {
        Object answer;
        try {
            answer = parse(question.type(), text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    question.word() + ": " + text + " must be " + allowed(question) + ".", e);
        }
        question.problemWith(answer).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return answer;
    }

    static String allowed(Question question) {
        Class<?> type = question.type();
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        return type == Integer.class ? "a whole number of 0 or more" : "0.5 or more and below 1";
    }

    /** @throws IllegalArgumentException if {@code text} is not of this type */
    static Object parse(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
        if (type == Boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException();
            }
            return Boolean.valueOf(text);
        }
        return type == Integer.class ? (Object) Integer.valueOf(text) : (Object) Double.valueOf(text);
    }
}
