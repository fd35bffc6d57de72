package org.plenish.web.item.life;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** All that has changed about an item at a warehouse: a page of its own, and a part of the item's page. */
@Controller
class ItemChangesController {

    private final ItemChanges changes;
    private final Clock clock;

    ItemChangesController(ItemChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** @param before changes up to it are shown; null, or no time: the latest */
    @GetMapping("/item/changes")
    String changes(
            PlanHeader plan,
            @RequestParam String item,
            @RequestParam String warehouse,
            @RequestParam(required = false) @Nullable String before,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        model.addAttribute("item", item);
        model.addAttribute("warehouse", warehouse);
        model.addAttribute("page", changes.page(item, warehouse, time(before)));
        return htmx ? "item/changes :: list" : "item/changes";
    }

    private Instant time(@Nullable String before) {
        Instant now = clock.instant().plus(1, ChronoUnit.DAYS);
        if (before == null || before.isBlank()) {
            return now;
        }
        try {
            Instant asked = Instant.parse(before);
            return asked.isAfter(now) || asked.isBefore(Instant.EPOCH) ? now : asked;
        } catch (DateTimeException misspelt) {
            return now;
        }
    }
}
