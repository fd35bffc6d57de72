package org.plenish.engine.io.golden;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The inputs of one case, checked where they are asked for. */
final class CaseInputs {

    private final JsonNode values;
    private final JsonNode solverParameters;

    CaseInputs(JsonNode values) {
        this(values, MissingNode.getInstance());
    }

    /** @param solverParameters how finely the expected values were computed; may be missing */
    CaseInputs(JsonNode values, JsonNode solverParameters) {
        this.values = values;
        this.solverParameters = solverParameters;
    }

    /** How finely the expected values were computed: no input of the problem, but of its numbers; perhaps empty. */
    CaseInputs solverParameters() {
        return new CaseInputs(solverParameters);
    }

    boolean has(String name) {
        return values.has(name) && !values.path(name).isNull();
    }

    /** @throws IllegalArgumentException if there is no finite number of that name */
    double number(String name) {
        return number(name, values.path(name));
    }

    double numberOr(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /** @throws IllegalArgumentException if there is no whole number of that name */
    int whole(String name) {
        double value = number(name);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw refused(name, values.path(name), "a whole number");
        }
        return (int) value;
    }

    /** A yes or no; no where it is missing. */
    boolean flag(String name) {
        return values.path(name).asBoolean(false);
    }

    /** @throws IllegalArgumentException if there is no list of numbers of that name */
    double[] numbers(String name) {
        JsonNode list = values.path(name);
        if (!list.isArray()) {
            throw refused(name, list, "a list of numbers");
        }
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(name + "[" + i + "]", list.path(i));
        }
        return numbers;
    }

    /**
     * A number for each of {@code periods} periods: one for all, a list of as many, or a list with one more in front that
     * stands for no period.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    double[] perPeriod(String name, int periods) {
        double[] byPeriod = new double[periods];
        if (!values.path(name).isArray()) {
            Arrays.fill(byPeriod, number(name));
            return byPeriod;
        }
        double[] list = numbers(name);
        if (list.length != periods && list.length != periods + 1) {
            throw refused(name, values.path(name), "as many numbers as there are periods, " + periods);
        }
        System.arraycopy(list, list.length - periods, byPeriod, 0, periods);
        return byPeriod;
    }

    /** The input as it stands in the file, missing or not. */
    JsonNode node(String name) {
        return values.path(name);
    }

    /** What is thrown for an input that cannot be worked with. */
    static IllegalArgumentException refused(String name, JsonNode value, String requirement) {
        String given = value.isMissingNode() ? "nothing" : value.toString();
        return new IllegalArgumentException("input " + name + ": " + given + " must be " + requirement + ".");
    }

    private static double number(String name, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw refused(name, value, "a number");
        }
        return value.asDouble();
    }
}
