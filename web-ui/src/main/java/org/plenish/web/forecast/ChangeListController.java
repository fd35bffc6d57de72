package org.plenish.web.forecast;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** All changes of forecasts, and how machine and man have done; as a page and as a file. */
@Controller
class ChangeListController {

    private final ChangeQueries queries;
    private final ForecastQueries forecasts;
    private final TableDownload download;

    ChangeListController(ChangeQueries queries, ForecastQueries forecasts, TableDownload download) {
        this.queries = queries;
        this.forecasts = forecasts;
        this.download = download;
    }

    @GetMapping(ChangeFilter.PATH)
    String list(Actor actor, PlanHeader plan, @ModelAttribute("filter") ChangeFilter filter, Model model) {
        model.addAttribute("list", queries.list(plan, filter));
        model.addAttribute("records", forecasts.records());
        model.addAttribute("kinds", ForecastKind.values());
        model.addAttribute("states", ChangeFilter.State.values());
        model.addAttribute("mayChange", actor.is(Role.PLANNER) || actor.is(Role.ANALYST));
        model.addAttribute("mayPlan", actor.is(Role.PLANNER));
        return "forecast/changes";
    }

    @GetMapping(ChangeFilter.PATH + ".{format:csv|xlsx}")
    void file(
            PlanHeader plan,
            @ModelAttribute("filter") ChangeFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        download.send(
                "forecast_changes", table(), () -> queries.stream(plan, filter), TableFormats.of(format), response);
    }

    private static Table<ChangeRow> table() {
        return Table.<ChangeRow>named("forecast_changes")
                .word("kind", row -> row.kind().name())
                .text("item", ChangeRow::item)
                .text("category", ChangeRow::category)
                .text("warehouse", ChangeRow::warehouse)
                .text("like_item", ChangeRow::likeItem)
                .date("from", ChangeRow::fromDay)
                .date("to", ChangeRow::toDay)
                .number("amount", ChangeRow::amount)
                .text("unit", row -> row.kind() == ForecastKind.SET || row.kind() == ForecastKind.ADD
                        ? "units a bucket"
                        : "percent")
                .text("reason", ChangeRow::reason)
                .text("set_by", ChangeRow::setBy)
                .text("set_at", row -> row.setAt().toInstant().toString())
                .text("state", row -> row.state().toLowerCase(Locale.ROOT))
                .text("ended_by", ChangeRow::endedBy);
    }
}
