package org.plenish.engine.plan.scenario;

/**
 * Why a change means nothing in a replay of the past.
 *
 * @param field of the change by which it can be told; all of the change if it is {@code change}
 * @param reason what the replay does instead, without its end
 */
public record NoReplay(String field, String reason) {

    static final NoReplay DEMAND = all("customers ask for what they really asked for then");
    static final NoReplay RANGE = all("articles are bought and sold as they were then");
    static final NoReplay LIMITS = all("neither space nor cash limits it");
    static final NoReplay TRANSFERS = all("nothing is moved between warehouses in it");
    static final NoReplay WAREHOUSES = all("sales are noted for the warehouses that there were");
    static final NoReplay STOCK = all("it begins with the stock that was noted then");
    static final NoReplay AHEAD = all("what suppliers will do lies ahead of it");

    private static NoReplay all(String reason) {
        return new NoReplay("change", reason);
    }
}
