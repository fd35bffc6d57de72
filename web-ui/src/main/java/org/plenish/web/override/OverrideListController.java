package org.plenish.web.override;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The list of all overrides, as a page and as a file. */
@Controller
class OverrideListController {

    private final OverrideQueries queries;
    private final TableDownload download;

    OverrideListController(OverrideQueries queries, TableDownload download) {
        this.queries = queries;
        this.download = download;
    }

    @GetMapping(OverrideFilter.PATH)
    String list(
            Actor actor,
            PlanHeader plan,
            @ModelAttribute("filter") OverrideFilter filter,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restore,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        model.addAttribute("list", queries.list(plan, filter));
        model.addAttribute("mayChange", actor.is(Role.PLANNER) || actor.is(Role.ANALYST));
        if (htmx && !restore) {
            return "override/overrides :: list";
        }
        model.addAttribute("mayPlan", actor.is(Role.PLANNER));
        model.addAttribute("warehouses", queries.warehouses(plan.runId()));
        model.addAttribute("fields", OverrideField.values());
        model.addAttribute("states", OverrideFilter.State.values());
        return "override/overrides";
    }

    @GetMapping(OverrideFilter.PATH + ".{format:csv|xlsx}")
    void file(
            PlanHeader plan,
            @ModelAttribute("filter") OverrideFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        download.send("overrides", table(), () -> queries.stream(plan, filter), TableFormats.of(format), response);
    }

    private static Table<OverrideRow> table() {
        return Table.<OverrideRow>named("overrides")
                .text("item", OverrideRow::item)
                .text("description", OverrideRow::description)
                .text("warehouse", OverrideRow::warehouse)
                .text("field", row -> row.field().column())
                .number("value", OverrideRow::value)
                .text("reason", OverrideRow::reason)
                .date("valid_until", OverrideRow::expiresOn)
                .text("set_by", OverrideRow::setBy)
                .text("set_at", row -> row.setAt().toInstant().toString())
                .text("state", row -> row.state().toLowerCase(Locale.ROOT))
                .text("ended_by", OverrideRow::endedBy);
    }
}
