package org.plenish.web.uncertainty;

import java.util.function.Function;
import org.plenish.engine.simulate.sample.PlanUncertainty;
import org.plenish.engine.simulate.sample.Spread;

/** What is looked at over all futures of a plan, in the order of the page. */
public enum Figure {
    SERVICE_LEVEL(Group.SHARE, PlanUncertainty::serviceLevel),
    FILL_RATE(Group.SHARE, PlanUncertainty::fillRate),
    AVERAGE_STOCK(Group.STOCK_AND_CASH, PlanUncertainty::averageStockValue),
    CASH(Group.STOCK_AND_CASH, PlanUncertainty::cash),
    HOLDING_COST(Group.COST, found -> found.cost().holding()),
    SHORTAGE_COST(Group.COST, found -> found.cost().shortage()),
    OBSOLESCENCE_COST(Group.COST, found -> found.cost().obsolescence()),
    ORDER_COST(Group.COST, found -> found.cost().ordering()),
    COST(Group.COST, found -> found.cost().total());

    private final Group group;
    private final Function<PlanUncertainty, Spread> spread;

    Figure(Group group, Function<PlanUncertainty, Spread> spread) {
        this.group = group;
        this.spread = spread;
    }

    /** Those that are drawn to one scale. */
    public enum Group {
        SHARE,
        STOCK_AND_CASH,
        COST
    }

    public Group group() {
        return group;
    }

    /** Whether it is a share, 0 to 1; otherwise it is money. */
    public boolean isShare() {
        return group == Group.SHARE;
    }

    Spread of(PlanUncertainty found) {
        return spread.apply(found);
    }
}
