package org.plenish.engine.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;

/** Says why a line of the plan is there. */
interface LineExplainer {

    /** For a plan that is only compared: without reasons. */
    LineExplainer NONE = new LineExplainer() {
        @Override
        public Explained explain(
                String order,
                int lineNumber,
                OrderLine line,
                SupplyOption option,
                LocalDate orderDate,
                LocalDate dueDate) {
            return Explained.NOTHING;
        }

        @Override
        public Explained explain(
                String order, int lineNumber, TransferLine line, LocalDate shipDate, LocalDate dueDate) {
            return Explained.NOTHING;
        }
    };

    Explained explain(
            String order, int lineNumber, OrderLine line, SupplyOption option, LocalDate orderDate, LocalDate dueDate);

    Explained explain(String order, int lineNumber, TransferLine line, LocalDate shipDate, LocalDate dueDate);

    /** A line's reason and its proof, null if there is none. */
    record Explained(String reason, @Nullable Explanation explanation) {

        private static final Explained NOTHING = new Explained("", null);
    }
}
