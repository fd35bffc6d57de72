package org.plenish.rules.cases;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.UnitPrice;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/**
 * Makes the facts of a subject from words. It begins with the ordinary subject of {@code ordinary.yaml}; some words follow
 * from others that are set, unless set themselves: {@code plan.month} from {@code plan.date}, and that there is a successor
 * from {@code item.replacedBy}.
 */
public final class FactBuilder {

    private static final Map<Topic, Set<String>> GROUPS =
            Arrays.stream(Topic.values()).collect(Collectors.toMap(Function.identity(), FactBuilder::readGroups));

    private final Topic topic;
    /** By {@link #place}. */
    private final Map<String, @Nullable Object> values;

    private final Set<String> set = new HashSet<>();

    private final Set<String> absent = new HashSet<>();

    /** Of a topic's ordinary subject. */
    public FactBuilder(Topic topic) {
        this.topic = topic;
        Ordinary ordinary = Ordinary.of(topic);
        values = new HashMap<>(ordinary.values());
        absent.addAll(ordinary.absent());
    }

    /** What a situation may lack altogether, such as {@code demand}. */
    public static Set<String> groups(Topic topic) {
        return Objects.requireNonNull(GROUPS.get(topic));
    }

    private static Set<String> readGroups(Topic topic) {
        return Arrays.stream(topic.factType().getRecordComponents())
                .filter(component -> isGroup(component.getType()))
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
    }

    /**
     * Gives a word another value.
     *
     * @throws IllegalArgumentException as the other {@code set}, or if the topic has no such word
     */
    public FactBuilder set(String word, @Nullable Object value) {
        return set(
                Vocabulary.standard()
                        .find(topic, word)
                        .orElseThrow(() -> new IllegalArgumentException(word + " is not known.")),
                value);
    }

    /**
     * Gives a word another value.
     *
     * @param value of the word's type; null for "not known"
     * @throws IllegalArgumentException if the word is an answer, or can never have the value
     */
    public FactBuilder set(Word word, @Nullable Object value) {
        if (word.question() != null) {
            throw new IllegalArgumentException(word.path() + " is an answer, and no fact.");
        }
        if (value == null && !word.mayBeUnknown()) {
            throw new IllegalArgumentException(word.path() + " is always known: it is "
                    + (word.kind().isOrdered() ? word.everything().describe() : word.allowed()) + ".");
        }
        if (!word.everything().contains(value)) {
            throw new IllegalArgumentException(word.path() + ": " + value + " can never be, it is "
                    + word.everything().describe() + ".");
        }
        if (value == null && isAlwaysThere(word)) {
            // Not known only where the whole group is not there.
            return without(group(word));
        }
        values.put(place(word), value);
        set.add(word.path());
        absent.remove(group(word));
        return this;
    }

    /**
     * Leaves a group out.
     *
     * @param group one of {@link #groups}
     */
    public FactBuilder without(String group) {
        if (!groups(topic).contains(group)) {
            throw new IllegalArgumentException(group + " must be one of " + groups(topic) + ".");
        }
        absent.add(group);
        return this;
    }

    /**
     * The facts, of the topic's type.
     *
     * @throws IllegalArgumentException if they refuse a value, such as a price that is infinite
     */
    public Record build() {
        follows(
                "plan.date",
                "plan.month",
                date -> ((java.time.LocalDate) Objects.requireNonNull(date)).getMonthValue());
        follows("item.replacedBy", "successor.exists", Objects::nonNull);
        follows("item.replacedBy", "remedies.hasSubstitute", Objects::nonNull);
        return build(topic.factType(), "");
    }

    private void follows(String from, String to, Function<@Nullable Object, Object> value) {
        Vocabulary vocabulary = Vocabulary.standard();
        Word source = vocabulary.find(topic, from).orElse(null);
        Word target = vocabulary.find(topic, to).orElse(null);
        if (source != null && target != null && set.contains(from) && !set.contains(to)) {
            values.put(place(target), value.apply(values.get(place(source))));
        }
    }

    private Record build(Class<?> type, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = component(types[i], prefix + components[i].getName());
        }
        return (Record) construct(type, types, arguments);
    }

    private @Nullable Object component(Class<?> type, String place) {
        if (values.containsKey(place)) {
            return converted(type, values.get(place));
        }
        if (absent.contains(place)) {
            return null;
        }
        if (type == SkuLocation.class) {
            return SkuLocation.of(text("item.id"), text("warehouse.id"));
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (isGroup(type)) {
            return build(type, place + ".");
        }
        throw new IllegalStateException(place + " of " + topic + " must be a word of vocabulary.csv, but is not.");
    }

    private String text(String place) {
        return String.valueOf(values.get(place));
    }

    private static @Nullable Object converted(Class<?> type, @Nullable Object value) {
        if (type == double.class) {
            return value == null ? (Object) Double.NaN : (Object) ((Number) value).doubleValue();
        }
        if (type == String.class) {
            return value == null ? "" : value;
        }
        if (value == null) {
            return null;
        }
        if (type == UnitPrice.class) {
            double price = ((Number) value).doubleValue();
            if (Double.isInfinite(price)) {
                throw new IllegalArgumentException("a price must be finite.");
            }
            return new UnitPrice(BigDecimal.valueOf(price));
        }
        if (type.isRecord()) {
            return construct(type, new Class<?>[] {String.class}, new Object[] {value});
        }
        return type == Double.class ? (Object) ((Number) value).doubleValue() : value;
    }

    private static Object construct(Class<?> type, Class<?>[] types, @Nullable Object[] arguments) {
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(type + " cannot be made.", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made.", e);
        }
    }

    /** Records of several words; a record of one text or number is a value. */
    private static boolean isGroup(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length > 1 && type != SkuLocation.class;
    }

    private static boolean isAlwaysThere(Word word) {
        Class<?> type = word.accessors().get(word.accessors().size() - 1).getReturnType();
        return type.isPrimitive() && type != double.class;
    }

    /** The names of its accessors: {@code item} stands for {@code item.id}. */
    static String place(Word word) {
        return word.accessors().stream().map(Method::getName).collect(Collectors.joining("."));
    }

    private static String group(Word word) {
        return word.accessors().get(0).getName();
    }
}
