package org.plenish.web.value;

import java.util.List;
import java.util.Optional;
import org.plenish.engine.plan.value.AgeClass;
import org.plenish.engine.plan.value.StockGroup;
import org.plenish.engine.policy.AbcClass;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stock is worth and earns. */
@Controller
class ValueController {

    private final ValueQueries queries;

    ValueController(ValueQueries queries) {
        this.queries = queries;
    }

    @GetMapping(ValueFilter.PATH)
    String value(PlanHeader plan, @ModelAttribute("filter") ValueFilter filter, Model model) {
        Optional<ValuePoint> point = queries.findPoint(filter.at() == null ? plan.runId() : filter.at());
        if (point.isEmpty()) {
            if (filter.at() != null) {
                throw new NothingFoundException(
                        "Run " + filter.at() + " has no valued stock. Choose a plan from the list on the page Value.");
            }
            return "value/none";
        }
        show(plan, filter, point.get(), model);
        return "value/value";
    }

    private void show(PlanHeader plan, ValueFilter filter, ValuePoint point, Model model) {
        StockGroup group = filter.group();
        ValueRow total = queries.find(point, group).orElse(null);
        List<ValuePoint> points = queries.points(plan.currency());
        model.addAttribute("point", point);
        model.addAttribute("points", points);
        model.addAttribute("total", total);
        model.addAttribute("cuts", ValueFilter.By.values());
        model.addAttribute("warehouses", queries.warehouses(point.runId()));
        model.addAttribute("categories", queries.categories(point.runId()));
        model.addAttribute("abcClasses", AbcClass.values());
        model.addAttribute("ages", AgeClass.values());
        if (total == null) {
            return;
        }
        model.addAttribute("rows", queries.cut(point, group, filter.byOrDefault()));
        model.addAttribute("whole", wholeOfCut(point, filter, total));
        model.addAttribute("history", queries.overTime(plan.currency(), group));
        model.addAttribute(
                "comparison",
                against(filter, point, points)
                        .flatMap(before -> queries.find(before, group))
                        .map(before -> Comparison.of(before, total))
                        .orElse(null));
    }

    /** What the rows of the cut add up to: wider than what is chosen where the cut is by something chosen. */
    private ValueRow wholeOfCut(ValuePoint point, ValueFilter filter, ValueRow total) {
        return queries.findWhole(point, filter.group(), filter.byOrDefault()).orElse(total);
    }

    /** The plan that was asked for, else the last one before this. */
    private Optional<ValuePoint> against(ValueFilter filter, ValuePoint point, List<ValuePoint> points) {
        if (filter.against() != null) {
            return queries.findPoint(filter.against());
        }
        return points.stream()
                .filter(other -> other.planDate().isBefore(point.planDate()))
                .findFirst();
    }
}
