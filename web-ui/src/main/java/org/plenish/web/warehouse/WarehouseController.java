package org.plenish.web.warehouse;

import java.util.List;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PageAddress;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** All warehouses, and one of them. */
@Controller
class WarehouseController {

    private static final int DOCK_DAYS = 28;
    private static final int SHOWN_SLOTS = 25;
    private static final int SHOWN_PAIRS = 25;
    private static final int SHOWN_AGED = 25;

    private final WarehouseQueries warehouses;
    private final SlotQueries slots;

    WarehouseController(WarehouseQueries warehouses, SlotQueries slots) {
        this.warehouses = warehouses;
        this.slots = slots;
    }

    @GetMapping(WarehouseFilter.PATH)
    String warehouses(PlanHeader plan, @ModelAttribute("filter") WarehouseFilter filter, Model model) {
        String warehouse = filter.warehouse();
        if (warehouse == null || warehouse.isBlank()) {
            model.addAttribute("rows", warehouses.list(plan.runId()));
            return "warehouse/warehouses";
        }
        WarehouseRow row = warehouses
                .find(plan.runId(), warehouse)
                .orElseThrow(
                        () -> new NothingFoundException(
                                "The current plan has no figures of a warehouse " + warehouse
                                        + ". Choose one from the list of warehouses, or plan again if the plan is of an earlier version."));
        List<StorageClassRow> classes = warehouses.storageClasses(plan.runId(), warehouse);
        model.addAttribute("row", row);
        model.addAttribute("classes", classes);
        model.addAttribute("space", warehouses.space(plan.runId(), warehouse, filter.storageClass()));
        model.addAttribute("dock", warehouses.dock(plan.runId(), warehouse, DOCK_DAYS));
        model.addAttribute(
                "slotting", slots.findSlotting(plan.runId(), warehouse).orElse(null));
        model.addAttribute("slots", slots.slots(plan.runId(), warehouse, SHOWN_SLOTS));
        model.addAttribute("baskets", slots.findBaskets(plan.runId(), warehouse).orElse(null));
        model.addAttribute("pairs", slots.pairs(plan.runId(), warehouse, SHOWN_PAIRS));
        model.addAttribute("aged", slots.aged(plan.runId(), warehouse, SHOWN_AGED));
        model.addAttribute(
                "whatIf",
                PageAddress.of("/scenarios/new")
                        .with("kind", "space")
                        .with("name", row.name() + " with a tenth more space")
                        .with("warehouses", warehouse)
                        .with("factor", "1.1")
                        .toString());
        return "warehouse/warehouse";
    }
}
