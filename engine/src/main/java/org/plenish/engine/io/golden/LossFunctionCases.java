package org.plenish.engine.io.golden;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Gamma;
import org.plenish.engine.math.Lognormal;
import org.plenish.engine.math.NegativeBinomial;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;
import org.plenish.engine.math.Shifted;
import org.plenish.engine.math.Uniform;

/**
 * First- and second-order loss functions; each distribution's type has a twin that ends in {@code _second_order}. Rejection cases
 * name the same by function: {@code poisson_loss}, {@code poisson_second_loss}.
 */
final class LossFunctionCases implements CaseFamily {

    private static final Map<String, Function<CaseInputs, Distribution>> DISTRIBUTIONS = Map.ofEntries(
            Map.entry("loss_standard_normal", inputs -> new Normal(0, 1)),
            Map.entry("loss_normal", inputs -> new Normal(inputs.number("mean"), inputs.number("sd"))),
            Map.entry("loss_lognormal", inputs -> new Lognormal(inputs.number("mu"), inputs.number("sigma"))),
            Map.entry("loss_exponential", inputs -> new Gamma(1, 1 / inputs.number("mu"))),
            Map.entry("loss_gamma", inputs -> new Gamma(inputs.number("a"), inputs.number("b"))),
            Map.entry("loss_uniform", inputs -> new Uniform(inputs.number("a"), inputs.number("b"))),
            Map.entry("loss_continuous", inputs -> CaseDistributions.named(inputs, "distrib")),
            Map.entry("loss_poisson", inputs -> new Poisson(inputs.number("mean"))),
            Map.entry("loss_geometric", inputs -> new Shifted(new NegativeBinomial(1, inputs.number("p")), 1)),
            Map.entry("loss_negative_binomial", LossFunctionCases::negativeBinomial),
            Map.entry("loss_discrete", LossFunctionCases::discrete));

    @Override
    public Map<String, Function<CaseInputs, CaseAnswer>> solvers() {
        Map<String, Function<CaseInputs, CaseAnswer>> solvers = new HashMap<>();
        DISTRIBUTIONS.forEach((type, distribution) -> {
            String name = type.substring("loss_".length());
            Function<CaseInputs, CaseAnswer> first = inputs -> firstOrder(distribution.apply(inputs), at(name, inputs));
            Function<CaseInputs, CaseAnswer> second =
                    inputs -> secondOrder(distribution.apply(inputs), at(name, inputs));
            solvers.put(type, first);
            solvers.put(name + "_loss", first);
            solvers.put(type + "_second_order", second);
            solvers.put(name + "_second_loss", second);
        });
        return solvers;
    }

    /** Our loss functions answer everywhere; the cases ask for them where the published formula of the distribution holds. */
    private static double at(String distribution, CaseInputs inputs) {
        String name = inputs.has("z") ? "z" : "x";
        double x = inputs.number(name);
        return switch (distribution) {
            case "poisson", "geometric", "negative_binomial", "discrete" -> inputs.whole(name);
            case "exponential", "gamma", "lognormal" -> {
                if (x < 0) {
                    throw CaseInputs.refused(name, inputs.node(name), "0 or more");
                }
                yield x;
            }
            case "uniform" -> {
                if (!(x >= inputs.number("a") && x <= inputs.number("b"))) {
                    throw CaseInputs.refused(name, inputs.node(name), "between a and b");
                }
                yield x;
            }
            default -> x;
        };
    }

    private static CaseAnswer firstOrder(Distribution distribution, double x) {
        return new CaseAnswer()
                .with("loss", distribution.loss(x))
                .with("complementary_loss", distribution.complementaryLoss(x));
    }

    private static CaseAnswer secondOrder(Distribution distribution, double x) {
        return new CaseAnswer()
                .with("second_loss", distribution.secondLoss(x))
                .with("complementary_second_loss", distribution.complementarySecondLoss(x));
    }

    private static Distribution negativeBinomial(CaseInputs inputs) {
        return inputs.has("r")
                ? new NegativeBinomial(inputs.number("r"), inputs.number("p"))
                : NegativeBinomial.ofMoments(inputs.number("mean"), inputs.number("sd"));
    }

    private static Distribution discrete(CaseInputs inputs) {
        return inputs.has("pmf") ? CaseDistributions.table(inputs, "pmf") : CaseDistributions.named(inputs, "distrib");
    }
}
