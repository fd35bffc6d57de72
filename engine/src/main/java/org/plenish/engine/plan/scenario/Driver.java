package org.plenish.engine.plan.scenario;

/** What a difference between two plans comes from; the order is that of reports. */
public enum Driver {
    DEMAND("demand"),
    LEAD_TIME("lead times"),
    SUPPLY("supply that stops"),
    SERVICE("service targets"),
    LIMITS("cash and space"),
    STOCK("stock that is cleared"),
    TERMS("prices and order quantities"),
    NETWORK("warehouses and lanes"),
    RULES("rule book");

    private final String words;

    Driver(String words) {
        this.words = words;
    }

    /** As a planner calls it. */
    public String words() {
        return words;
    }
}
