package org.plenish.rules.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What some terms must be, all at once; a term that is not named may be anything it can be.
 *
 * @param domains by {@link Term#key()}; none is empty
 */
public record Box(Map<String, Domain> domains) {

    public static final Box ANYTHING = new Box(Map.of());

    public Box {
        domains = java.util.Collections.unmodifiableMap(new TreeMap<>(domains));
    }

    public static Box of(String term, Domain domain) {
        return new Box(Map.of(term, domain));
    }

    /** Where both hold: one box, or none. */
    public List<Box> intersect(Box other) {
        Map<String, Domain> both = new TreeMap<>(domains);
        for (Map.Entry<String, Domain> entry : other.domains.entrySet()) {
            Domain met = both.merge(entry.getKey(), entry.getValue(), Domain::intersect);
            if (met.isEmpty()) {
                return List.of();
            }
        }
        return List.of(new Box(both));
    }

    public boolean meets(Box other) {
        for (Map.Entry<String, Domain> entry : other.domains.entrySet()) {
            Domain mine = domains.get(entry.getKey());
            if (mine != null && mine.intersect(entry.getValue()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * What is left of this without {@code taken}, as disjoint boxes.
     *
     * @param everything what each term can be
     */
    public List<Box> minus(Box taken, java.util.function.Function<String, Domain> everything) {
        if (!meets(taken)) {
            return List.of(this);
        }
        List<Box> left = new ArrayList<>();
        Map<String, Domain> inside = new TreeMap<>(domains);
        for (Map.Entry<String, Domain> entry : taken.domains.entrySet()) {
            String term = entry.getKey();
            Domain mine = inside.containsKey(term) ? domainOf(inside, term) : everything.apply(term);
            Domain outside = mine.minus(entry.getValue());
            if (!outside.isEmpty()) {
                Map<String, Domain> piece = new TreeMap<>(inside);
                piece.put(term, outside);
                left.add(new Box(piece));
            }
            inside.put(term, mine.intersect(entry.getValue()));
        }
        return left;
    }

    private static Domain domainOf(Map<String, Domain> domains, String term) {
        return java.util.Objects.requireNonNull(domains.get(term));
    }

    /** As a person would write it, such as {@code abcClass A, stock.coverDays 30 or more}. */
    public String describe() {
        return domains.isEmpty()
                ? "every article"
                : domains.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().describe())
                        .collect(Collectors.joining(", "));
    }
}
