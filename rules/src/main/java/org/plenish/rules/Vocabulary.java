package org.plenish.rules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.SkuLocationProfile;

/**
 * The words that explanations and decision tables may use: a path into the profile, such as {@code demand.annualUnits}; a
 * question, such as {@code abcClass}, whose answer is meant; {@code item} and {@code warehouse} for their keys.
 */
final class Vocabulary {

    private Vocabulary() {}

    /**
     * A word and how to find its value.
     *
     * @param type boxed
     * @param question that it is the answer to; null if it is a fact of the profile
     */
    record Word(
            String path,
            Class<?> type,
            @Nullable Question question,
            BiFunction<SkuLocationProfile, Conclude, @Nullable Object> value) {

        @Nullable
        Object of(SkuLocationProfile profile, Conclude conclude) {
            return value.apply(profile, conclude);
        }
    }

    static Optional<Word> find(String path) {
        Optional<Question> question = Question.find(path);
        if (question.isPresent()) {
            Question asked = question.get();
            return Optional.of(new Word(path, asked.type(), asked, (profile, conclude) -> conclude.answer(asked)));
        }
        if (path.equals("item")) {
            return Optional.of(new Word(
                    path,
                    String.class,
                    null,
                    (profile, conclude) -> profile.item().id().value()));
        }
        if (path.equals("warehouse")) {
            return Optional.of(new Word(
                    path,
                    String.class,
                    null,
                    (profile, conclude) -> profile.warehouse().id().value()));
        }
        return findInProfile(path);
    }

    private static Optional<Word> findInProfile(String path) {
        List<Method> accessors = new ArrayList<>();
        Class<?> type = SkuLocationProfile.class;
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
        return Optional.of(new Word(path, boxed(type), null, (profile, conclude) -> follow(accessors, profile)));
    }

    private static @Nullable Object follow(List<Method> accessors, SkuLocationProfile profile) {
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
