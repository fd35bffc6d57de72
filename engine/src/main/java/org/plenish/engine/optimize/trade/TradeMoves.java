package org.plenish.engine.optimize.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

/** The moves and how often each is drawn: the one place where a move is registered. */
final class TradeMoves {

    private final List<TradeMove> moves = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private int total;

    TradeMoves(ExactProblem problem) {
        add(30, new PlanAgain());
        add(2, new AddLine());
        add(2, new DropLine());
        add(6, new ChangePacks());
        add(8, new ShiftLine());
        add(2, new MergeLines());
        add(3, new SplitLine());
        add(3, new StepToPriceBreak());
        add(1, new ChangeSupplier());
        add(1, new FitOrderToMinimum());
        add(6, new TradeBetweenItems());
        add(6, new PlanTogether());
        add(2, new ShiftGroup());
        add(2, new CloseGroup());
        add(2, new OpenGroup());
        if (!problem.problem().lanes().isEmpty()
                && problem.problem().skus().stream().anyMatch(Sku::transferable)) {
            add(10, new MoveInsteadOfBuying());
            add(10, new BuyInsteadOfMoving());
            add(10, new PlanFlowsAgain());
            add(4, new FillTruck());
            add(3, new EmptyTruck());
            add(2, new BuyForOthers());
        }
    }

    private void add(int weight, TradeMove move) {
        moves.add(move);
        weights.add(weight);
        total += weight;
    }

    TradeMove draw(Random random) {
        int drawn = random.nextInt(total);
        int i = 0;
        while (drawn >= weights.get(i)) {
            drawn -= weights.get(i);
            i++;
        }
        return moves.get(i);
    }

    List<TradeMove> all() {
        return List.copyOf(moves);
    }
}
