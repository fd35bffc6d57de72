package org.plenish.web.uncertainty;

/**
 * Of what a stock-to-service curve is.
 *
 * @param name of the category or the item; blank: the whole business
 */
public record CurveKey(Scope scope, String name) {

    static final CurveKey ALL = new CurveKey(Scope.ALL, "");

    /** How much of the business. */
    public enum Scope {
        ALL,
        CATEGORY,
        ITEM
    }

    static CurveKey category(String name) {
        return new CurveKey(Scope.CATEGORY, name);
    }

    /** At all its warehouses. */
    static CurveKey item(String id) {
        return new CurveKey(Scope.ITEM, id);
    }
}
