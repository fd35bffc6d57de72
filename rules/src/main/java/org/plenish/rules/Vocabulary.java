package org.plenish.rules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.SeriesProfile;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.SkuLocationProfile;

/**
 * The words that explanations and decision tables may use: a path into the profile, such as {@code demand.annualUnits}; a
 * question, such as {@code abcClass}, whose answer is meant; {@code item} and {@code warehouse} for their keys.
 */
final class Vocabulary {

    private Vocabulary() {}

    /** A profile and what has been concluded of it so far. */
    record Case(SkuLocationProfile profile, Conclude conclude) {}

    /**
     * A word and how to find its value.
     *
     * @param type boxed
     * @param question that it is the answer to; null if it is a fact of the profile
     * @param <F> what it is said of
     */
    record Word<F>(String path, Class<?> type, @Nullable Question question, Function<F, @Nullable Object> value) {

        @Nullable
        Object of(F fact) {
            return value.apply(fact);
        }
    }

    /** What policies are chosen by. */
    static Optional<Word<Case>> find(String path) {
        Optional<Question> question = Question.find(path);
        if (question.isPresent()) {
            Question asked = question.get();
            return Optional.of(new Word<>(
                    path, asked.type(), asked, known -> known.conclude().answer(asked)));
        }
        return find(path, SkuLocationProfile.class, SkuLocationProfile::location, Case::profile);
    }

    /** What forecast methods are chosen by. */
    static Optional<Word<SeriesProfile>> findOfSeries(String path) {
        return find(path, SeriesProfile.class, SeriesProfile::location, Function.identity());
    }

    private static <F, P extends Record> Optional<Word<F>> find(
            String path, Class<P> profileType, Function<P, SkuLocation> location, Function<F, P> profile) {
        if (path.equals("item")) {
            return Optional.of(new Word<>(
                    path,
                    String.class,
                    null,
                    fact -> location.apply(profile.apply(fact)).item().value()));
        }
        if (path.equals("warehouse")) {
            return Optional.of(new Word<>(
                    path,
                    String.class,
                    null,
                    fact -> location.apply(profile.apply(fact)).warehouse().value()));
        }
        List<Method> accessors = new ArrayList<>();
        Class<?> type = profileType;
        for (String name : path.split("\\.", -1)) {
            Optional<RecordComponent> component = type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .filter(candidate -> candidate.getName().equals(name))
                            .findFirst()
                    : Optional.empty();
            if (component.isEmpty()) {
                return Optional.empty();
            }
            accessors.add(component.get().getAccessor());
            type = component.get().getType();
        }
        return Optional.of(new Word<>(path, boxed(type), null, fact -> follow(accessors, profile.apply(fact))));
    }

    private static @Nullable Object follow(List<Method> accessors, Object profile) {
        Object value = profile;
        for (Method accessor : accessors) {
            if (value == null) {
                return null;
            }
            try {
                value = accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(accessor + " must be readable, but is not.", e);
            }
        }
        return value;
    }

    private static Class<?> boxed(Class<?> type) {
        if (type == int.class) {
            return Integer.class;
        }
        if (type == double.class) {
            return Double.class;
        }
        return type == boolean.class ? Boolean.class : type;
    }
}
