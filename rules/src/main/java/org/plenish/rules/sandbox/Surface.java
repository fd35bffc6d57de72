package org.plenish.rules.sandbox;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * All of the product that rules may see.
 *
 * @param conclude type of the one global, {@code conclude}
 * @param conclusions what a consequence may call on it, by name and descriptor, such as {@code fire(I)V}; a method that
 *     is not here cannot be called, public or not
 * @param facts records, of which rules may read the components, and enums, of which they may read the constants; they
 *     may call nothing else on either
 * @param functions classes whose public static methods conditions may call; those must only compute, and always end
 */
public record Surface(Class<?> conclude, Set<String> conclusions, Set<Class<?>> facts, Set<Class<?>> functions) {

    /** @throws IllegalArgumentException if a fact is neither a record nor an enum */
    public Surface {
        for (Class<?> fact : facts) {
            if (!fact.isRecord() && !fact.isEnum()) {
                throw new IllegalArgumentException("fact " + fact.getName() + " must be a record or an enum.");
            }
        }
        conclusions = Set.copyOf(conclusions);
        facts = Set.copyOf(facts);
        functions = Set.copyOf(functions);
    }

    /** The classes that carry the rules' own names. */
    Set<Class<?>> classes() {
        Set<Class<?>> classes = new LinkedHashSet<>(facts);
        classes.addAll(functions);
        classes.add(conclude);
        return classes;
    }

    /** With the classes that these are declared in: without them the compiler does not find a nested class. */
    Set<Class<?>> visible() {
        Set<Class<?>> visible = new LinkedHashSet<>();
        for (Class<?> type : classes()) {
            for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
                visible.add(each);
            }
        }
        return visible;
    }

    Set<String> factNames() {
        return facts.stream().map(Type::getInternalName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What conditions may read and call, as {@link GeneratedCode} writes references. */
    Set<String> readable() {
        Set<String> references = new TreeSet<>();
        for (Class<?> fact : facts) {
            String name = Type.getInternalName(fact);
            if (fact.isRecord()) {
                for (RecordComponent component : fact.getRecordComponents()) {
                    references.add("call " + name + "." + component.getName()
                            + Type.getMethodDescriptor(component.getAccessor()));
                }
            } else {
                for (Object constant : fact.getEnumConstants()) {
                    references.add("get " + name + "." + ((Enum<?>) constant).name() + ":L" + name + ";");
                }
            }
        }
        functions.stream()
                .flatMap(Surface::staticMethods)
                .forEach(method -> references.add("call " + Type.getInternalName(method.getDeclaringClass()) + "."
                        + method.getName() + Type.getMethodDescriptor(method)));
        return references;
    }

    /** What consequences may call. */
    Set<String> callable() {
        return conclusions.stream()
                .map(conclusion -> "call " + Type.getInternalName(conclude) + "." + conclusion)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Method> staticMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers()));
    }
}
