package org.plenish.web.value;

import org.plenish.engine.plan.value.StockGroup;

/** Tells by a number which of warehouse, category and class a stored group is of: a blank may be a category's name. */
final class Scope {

    static final int WAREHOUSE = 1;
    static final int CATEGORY = 2;
    static final int ABC = 4;

    private Scope() {}

    static int of(StockGroup group) {
        return (group.warehouse() == null ? 0 : WAREHOUSE)
                | (group.category() == null ? 0 : CATEGORY)
                | (group.abcClass() == null ? 0 : ABC);
    }
}
