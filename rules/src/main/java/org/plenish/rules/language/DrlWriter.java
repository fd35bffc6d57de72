package org.plenish.rules.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.condition.Choices;
import org.plenish.rules.condition.Condition;
import org.plenish.rules.condition.Domain;
import org.plenish.rules.condition.Intervals;
import org.plenish.rules.condition.Intervals.Part;
import org.plenish.rules.condition.Term;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Word;

/**
 * Writes rules for Drools from their trees. Nothing but words of the vocabulary, numbers, constants and quoted texts without
 * quotes or backslashes in them is ever written, and a rule is named and concluded by its number alone.
 */
public final class DrlWriter {

    /** Static functions that null and prices are read through; imported as {@code Reads}. */
    private static final String READS = "Reads.";

    private DrlWriter() {}

    /**
     * One rule.
     *
     * @param number by which {@code conclude.fire} knows it
     * @param facts answers that must have been given
     */
    public static String rule(int number, Condition condition, List<Question> facts) {
        List<Condition> ofProfile = new ArrayList<>();
        Map<Question, List<Condition>> ofAnswers = new LinkedHashMap<>();
        facts.forEach(question -> ofAnswers.put(question, new ArrayList<>()));
        List<Condition> mixed = new ArrayList<>();
        for (Condition part : conjuncts(condition)) {
            Set<Question> asked = part.words()
                    .map(Word::question)
                    .filter(java.util.Objects::nonNull)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            asked.forEach(question -> ofAnswers.computeIfAbsent(question, none -> new ArrayList<>()));
            boolean alone = asked.size() == 1 && part.words().noneMatch(word -> word.question() == null);
            if (asked.isEmpty()) {
                ofProfile.add(part);
            } else if (alone) {
                java.util.Objects.requireNonNull(ofAnswers.get(asked.iterator().next()))
                        .add(part);
            } else {
                mixed.add(part);
            }
        }
        StringBuilder drl = new StringBuilder("rule \"" + number + "\" when ");
        drl.append(pattern(RuleParser.PROFILE, ofProfile, null));
        ofAnswers.forEach((question, parts) -> drl.append('$')
                .append(question.word())
                .append(" : ")
                .append(pattern(question.factType(), parts, question)));
        if (!mixed.isEmpty()) {
            drl.append(pattern(RuleParser.PROFILE, mixed, null));
        }
        return drl.append("then conclude.fire(")
                .append(number)
                .append("); end\n")
                .toString();
    }

    private static List<Condition> conjuncts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream()
                    .flatMap(part -> conjuncts(part).stream())
                    .toList();
        }
        return List.of(condition);
    }

    private static String pattern(String fact, List<Condition> parts, @Nullable Question own) {
        return parts.stream().map(part -> test(part, own)).collect(Collectors.joining(", ", fact + "( ", " ) "));
    }

    private static String test(Condition condition, @Nullable Question own) {
        if (condition instanceof Condition.All all) {
            return all.parts().isEmpty() ? "true" : joined(all.parts(), " && ", own);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().isEmpty() ? "false" : joined(any.parts(), " || ", own);
        }
        if (condition instanceof Condition.Within within) {
            return within(term(within.term(), own), within.domain(), within.everything());
        }
        return related((Condition.Related) condition, own);
    }

    private static String joined(List<Condition> parts, String sign, @Nullable Question own) {
        return parts.size() == 1
                ? test(parts.get(0), own)
                : parts.stream().map(part -> test(part, own)).collect(Collectors.joining(sign, "(", ")"));
    }

    private static String within(String term, Domain domain, Domain everything) {
        if (domain.covers(everything)) {
            return "true";
        }
        List<String> ways = new ArrayList<>();
        if (domain instanceof Intervals numbers) {
            for (Part part : numbers.parts()) {
                ways.add(between(term, part, (Intervals) everything));
            }
            if (numbers.unknown()) {
                ways.add(READS + "unknown(" + term + ")");
            }
        } else {
            Choices choices = (Choices) domain;
            if (choices.allBut()) {
                List<String> others = new ArrayList<>();
                choices.values().forEach(value -> others.add(term + " != " + literal(value)));
                if (!choices.unknown()) {
                    others.add(term + " != null");
                }
                ways.add("(" + String.join(" && ", others) + ")");
            } else {
                choices.values().forEach(value -> ways.add(term + " == " + literal(value)));
                if (choices.unknown()) {
                    ways.add(term + " == null");
                }
            }
        }
        return ways.size() == 1 ? ways.get(0) : ways.isEmpty() ? "false" : "(" + String.join(" || ", ways) + ")";
    }

    /** A bound that all possible values keep is left out. Drools takes NaN for the largest number, so it is not asked. */
    private static String between(String term, Part part, Intervals everything) {
        boolean known = !everything.unknown();
        if (part.low() == part.high()) {
            return known
                    ? term + " == " + number(part.low())
                    : READS + "equal(" + term + ", " + number(part.low()) + ")";
        }
        List<Part> possible = everything.parts();
        List<String> bounds = new ArrayList<>();
        if (part.low() > possible.get(0).low()) {
            String low = number(part.low());
            bounds.add(known ? term + " >= " + low : READS + "atLeast(" + term + ", " + low + ")");
        }
        if (part.high() < possible.get(possible.size() - 1).high()) {
            String high = number(part.high());
            bounds.add(known ? term + " <= " + high : READS + "atMost(" + term + ", " + high + ")");
        }
        if (bounds.isEmpty()) {
            return known ? "true" : "!" + READS + "unknown(" + term + ")";
        }
        return bounds.size() == 1 ? bounds.get(0) : "(" + String.join(" && ", bounds) + ")";
    }

    private static String related(Condition.Related related, @Nullable Question own) {
        return READS + "relation(" + term(related.left(), own) + ", " + term(related.right(), own) + ", "
                + related.relations().stream()
                        .mapToInt(relation -> 1 << relation.ordinal())
                        .sum() + ")";
    }

    private static String term(Term term, @Nullable Question own) {
        if (term instanceof Term.Call call) {
            return call.arguments().stream()
                    .map(argument -> term(argument, own))
                    .collect(Collectors.joining(", ", READS + call.function().word() + "(", ")"));
        }
        if (term instanceof Term.Literal literal) {
            return literal(literal.value());
        }
        return word(((Term.Named) term).word(), own);
    }

    private static String word(Word word, @Nullable Question own) {
        Question question = word.question();
        if (question != null) {
            if (question == own) {
                return question.type().isEnum() ? "this" : "value";
            }
            return "$" + question.word() + (question.type().isEnum() ? "" : ".value");
        }
        String path =
                word.accessors().stream().map(java.lang.reflect.Method::getName).collect(Collectors.joining("."));
        return switch (word.kind()) {
            case YES_NO, CONSTANT -> path;
            case TEXT -> READS + "text(" + path + ")";
            case DAY -> READS + "day(" + path + ")";
            case NUMBER, WHOLE_NUMBER -> word.mayBeUnknown() ? READS + "number(" + path + ")" : number(word, path);
        };
    }

    private static String number(Word word, String path) {
        Class<?> written = word.accessors().get(word.accessors().size() - 1).getReturnType();
        return written.isPrimitive() ? path : READS + "number(" + path + ")";
    }

    private static String literal(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        }
        if (value instanceof String text) {
            if (!text.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\' && c != 0x7f)) {
                throw new IllegalStateException("A text in a condition must be plain, but is " + text + ".");
            }
            return "\"" + text + "\"";
        }
        if (value instanceof Double number) {
            return number(number);
        }
        return ((Boolean) value).toString();
    }

    private static String number(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE;
        return whole ? Integer.toString((int) number) : Double.toString(number);
    }
}
