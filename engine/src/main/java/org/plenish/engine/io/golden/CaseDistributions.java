package org.plenish.engine.io.golden;

import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Gamma;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.Lognormal;
import org.plenish.engine.math.NegativeBinomial;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;
import org.plenish.engine.math.Shifted;
import org.plenish.engine.math.Uniform;
import tools.jackson.databind.JsonNode;

/** Distributions as the file writes them: by SciPy's names and parameters, or by the probability of each whole value. */
final class CaseDistributions {

    /** Tables of probabilities are cut off and rounded. */
    private static final double WHOLE_PROBABILITY = 1e-6;

    private static final double MOST_VALUES = 1e7;

    private CaseDistributions() {}

    /**
     * {@code {"scipy_distribution": name, "args": [...], "kwds": {...}}}.
     *
     * @throws IllegalArgumentException if it is none that is known
     */
    static Distribution named(CaseInputs inputs, String name) {
        JsonNode node = inputs.node(name);
        Parameters given = new Parameters(node);
        return switch (node.path("scipy_distribution").asString("")) {
            case "norm" -> new Normal(given.value("loc", 0, 0), given.value("scale", 1, 1));
            case "expon" -> shifted(new Gamma(1, given.value("scale", 1, 1)), given.value("loc", 0, 0));
            case "gamma" ->
                shifted(new Gamma(given.shape("a", 0), given.value("scale", 2, 1)), given.value("loc", 1, 0));
            case "lognorm" ->
                shifted(
                        new Lognormal(Math.log(given.value("scale", 2, 1)), given.shape("s", 0)),
                        given.value("loc", 1, 0));
            case "uniform" -> {
                double low = given.value("loc", 0, 0);
                yield new Uniform(low, low + given.value("scale", 1, 1));
            }
            case "poisson" -> shifted(new Poisson(given.shape("mu", 0)), given.value("loc", 1, 0));
            case "geom" -> shifted(new NegativeBinomial(1, given.shape("p", 0)), 1 + given.value("loc", 1, 0));
            case "nbinom" ->
                shifted(new NegativeBinomial(given.shape("n", 0), given.shape("p", 1)), given.value("loc", 2, 0));
            default ->
                throw CaseInputs.refused(
                        name, node, "one of norm, expon, gamma, lognorm, uniform, poisson, geom, nbinom");
        };
    }

    /**
     * {@code {"3": 0.25, "5": 0.75}}.
     *
     * @throws IllegalArgumentException if it is not a table of whole values whose probabilities add up to 1
     */
    static Distribution table(CaseInputs inputs, String name) {
        JsonNode node = inputs.node(name);
        TreeMap<Long, Double> table = new TreeMap<>();
        double sum = 0;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            double value = whole(name, node, entry.getKey());
            double probability = entry.getValue().asDouble(Double.NaN);
            table.put((long) value, probability);
            sum += probability;
        }
        if (!(Math.abs(sum - 1) <= WHOLE_PROBABILITY) || table.lastKey() - table.firstKey() > MOST_VALUES) {
            throw CaseInputs.refused(name, node, "whole values with probabilities that add up to 1");
        }
        long first = Math.min(0, table.firstKey());
        double[] weights = new double[(int) (table.lastKey() - first) + 1];
        table.forEach((value, probability) -> weights[(int) (value - first)] = probability);
        return shifted(Lattice.of(1, weights), first);
    }

    private static double whole(String name, JsonNode table, String key) {
        try {
            double value = Double.parseDouble(key);
            if (value == Math.rint(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("input " + name + ": " + key + " must be a whole number.", e);
        }
        throw CaseInputs.refused(name, table, "a table of whole values");
    }

    private static Distribution shifted(Distribution distribution, double by) {
        return by == 0 ? distribution : new Shifted(distribution, by);
    }

    /** SciPy's parameters: by place or by name. */
    private record Parameters(JsonNode distribution) {

        double value(String name, int place, double otherwise) {
            JsonNode byPlace = distribution.path("args").path(place);
            return (byPlace.isMissingNode() ? distribution.path("kwds").path(name) : byPlace).asDouble(otherwise);
        }

        double shape(String name, int place) {
            return value(name, place, Double.NaN);
        }
    }
}
