package org.plenish.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.optimize.LimitEffect;
import org.plenish.engine.optimize.LimitEffect.AddedLine;
import org.plenish.engine.optimize.LimitEffect.Raise;
import org.plenish.engine.optimize.LimitRelaxation;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.ProblemBuilder.Mapped;
import org.plenish.engine.optimize.ProblemIndex;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;

/**
 * What somewhat more of each limit that binds would buy: cash first, then space. Of many limits those are asked whose
 * prices promise most.
 */
final class LimitRaises {

    private static final double USUAL_CASH = 10_000;
    private static final double USUAL_M3 = 10;
    /** The usual amount is asked of a limit of which it is at least and at most these shares. */
    private static final double LEAST_SHARE = 0.002;

    private static final double MOST_SHARE = 0.05;
    private static final double SCALED_SHARE = 0.01;
    private static final int LARGEST = 10;
    private static final int MOST_LIMITS = 6;

    private LimitRaises() {}

    /** @param uses of the limits by the plan */
    static List<LimitRaise> of(Mapped mapped, OptimizationResult result, List<LimitUse> uses, int threads) {
        List<Raise> binding = binding(mapped.problem(), uses);
        Set<Raise> promising = binding.stream()
                .sorted(Comparator.comparingDouble(raise -> -raise.estimatedSaving(result)))
                .limit(MOST_LIMITS)
                .collect(Collectors.toSet());
        List<Raise> raises = binding.stream().filter(promising::contains).toList();
        return LimitRelaxation.of(mapped.problem(), result, raises, threads).stream()
                .map(effect -> told(mapped, effect))
                .toList();
    }

    private static List<Raise> binding(ReplenishmentProblem problem, List<LimitUse> uses) {
        List<Raise> raises = new ArrayList<>();
        double cash = Arrays.stream(problem.cash()).sum();
        if (cash > 0 && binds(uses, LimitUse.Kind.CASH, "", "")) {
            raises.add(new Raise.Cash(amount(USUAL_CASH, cash)));
        }
        for (int z = 0; z < problem.zones().size(); z++) {
            Zone zone = problem.zones().get(z);
            double space = zone.spaceM3()[0];
            String warehouse = problem.warehouses().get(zone.warehouse());
            if (space > 0 && binds(uses, kind(zone), warehouse, zone.storageClass())) {
                raises.add(new Raise.Space(z, amount(USUAL_M3, space)));
            }
        }
        return raises;
    }

    /** In any bucket; what is not limited has no use listed. */
    private static boolean binds(List<LimitUse> uses, LimitUse.Kind kind, String warehouse, String storageClass) {
        return uses.stream()
                .anyMatch(use -> use.kind() == kind
                        && use.warehouse().equals(warehouse)
                        && use.storageClass().equals(storageClass)
                        && use.binds());
    }

    private static LimitUse.Kind kind(Zone zone) {
        return zone.isWhole() ? LimitUse.Kind.SPACE : LimitUse.Kind.STORAGE_CLASS;
    }

    /** The usual amount, or one hundredth of the limit, to one significant digit. */
    static double amount(double usual, double limit) {
        if (usual >= LEAST_SHARE * limit && usual <= MOST_SHARE * limit) {
            return usual;
        }
        double scaled = SCALED_SHARE * limit;
        double digit = StrictMath.pow(10, Math.floor(StrictMath.log10(scaled)));
        return Math.round(scaled / digit) * digit;
    }

    private static LimitRaise told(Mapped mapped, LimitEffect effect) {
        if (effect.raise() instanceof Raise.Space space) {
            Zone zone = mapped.problem().zones().get(space.zone());
            return told(
                    mapped.index(),
                    effect,
                    kind(zone),
                    mapped.problem().warehouses().get(zone.warehouse()),
                    zone.storageClass(),
                    space.cubicMetres());
        }
        return told(mapped.index(), effect, LimitUse.Kind.CASH, "", "", ((Raise.Cash) effect.raise()).currency());
    }

    private static LimitRaise told(
            ProblemIndex index,
            LimitEffect effect,
            LimitUse.Kind kind,
            String warehouse,
            String storageClass,
            double amount) {
        return new LimitRaise(
                kind,
                warehouse,
                storageClass,
                amount,
                effect.estimatedSaving(),
                effect.costBefore(),
                effect.costAfter(),
                effect.added().size(),
                Money.of(effect.added().stream().mapToDouble(AddedLine::value).sum()),
                effect.dropped(),
                effect.added().stream()
                        .limit(LARGEST)
                        .map(line -> told(index, line))
                        .toList());
    }

    private static LimitRaise.Line told(ProblemIndex index, AddedLine line) {
        SupplyOption option = index.options().get(line.sku()).get(line.source());
        return new LimitRaise.Line(
                option.item().value(),
                option.supplier().value(),
                index.warehouses().get(line.warehouse()).value(),
                Objects.requireNonNull(
                        ProblemIndex.orderDate(
                                option, index.supplier(option.supplier()), index.buckets(), line.period()),
                        "an order in a period in which its supplier takes none"),
                line.units(),
                Money.of(line.value()));
    }
}
