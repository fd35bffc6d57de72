package org.plenish.engine.io;

import java.util.List;

/** What a backtest's report says of itself. */
public final class BacktestWords {

    /** What the replay does not do. */
    public static final List<String> LEFT_OUT = List.of(
            "Space, cash, suppliers' minimum order values and transfers between warehouses are not in the replay.",
            "What the goods themselves cost is in no total: only what is paid above the cheapest price of a quantity"
                    + " discount. Where a what-if changes unit costs, look at stock and lost margin beside the total.",
            "Stock does not expire in the replay.",
            "Customers who find nothing go elsewhere: nothing is backordered.",
            "Costs, prices, minimum quantities and lead times have no dates: those of today hold throughout.",
            "Where an article is in its life is told for today only. Then it counted as new in its first year, as"
                    + " phased out once its successor was on sale, and as active otherwise.",
            "Planners' overrides and forecasts from outside have no date of their making and are left out. A promotion"
                    + " is known from its first day on.",
            "Purchase orders that have come since are in no dataset: goods under way at the start are taken to be what"
                    + " the forecast of that day expects over the lead time. Stock that was not noted is taken to last"
                    + " four weeks.");

    /** How the figures are computed, and after whom. */
    public static final List<Definition> DEFINITIONS = List.of(
            new Definition(
                    "Cycle service",
                    "Replenishment cycles without a stockout by all cycles that ended (P₁).",
                    "Silver, Pyke & Thomas (2017), §6.5"),
            new Definition(
                    "Fill rate",
                    "Units served from stock by units asked for (P₂).",
                    "Silver, Pyke & Thomas (2017), §6.5"),
            new Definition(
                    "Days in stock",
                    "Days that end with stock by all days (P₃).",
                    "Silver, Pyke & Thomas (2017), §6.5"),
            new Definition(
                    "Turns",
                    "Cost of sales in a year by average stock at unit cost.",
                    "Silver, Pyke & Thomas (2017), §2.2"),
            new Definition(
                    "Holding cost",
                    "Stock at each day's end · unit cost · the warehouse's yearly rate / 365.",
                    "Silver, Pyke & Thomas (2017), §3.4"),
            new Definition(
                    "Order cost",
                    "Each purchase order (a supplier, a warehouse, a day) or its containers, and each line.",
                    "as the plan counts it"),
            new Definition(
                    "Purchase cost",
                    "What is paid above the cheapest price of a quantity discount.",
                    "as the plan counts it"),
            new Definition(
                    "Shortage cost",
                    "Units lost · the item's shortage cost, or its margin scaled by the odds of the first rule book's"
                            + " service target (1 at 95 %).",
                    "newsvendor critical ratio: Silver, Pyke & Thomas (2017), §9.2"),
            new Definition(
                    "Obsolescence cost",
                    "Stock left at the end · unit cost · 2 % if it lasts less than 180 days at the last year's true"
                            + " demand, 10 % if less than 365, 25 % if more, 50 % if nobody asked for it for 180 days.",
                    "the shares of the plan's cost model"),
            new Definition(
                    "Dead stock",
                    "Stock at the end, at unit cost, that nobody asked for in the last 180 days.",
                    "rule OBS-050"));

    private BacktestWords() {}

    /** @param source after whom */
    public record Definition(String name, String text, String source) {}
}
