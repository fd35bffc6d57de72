package org.plenish.web.plan;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.SituationKind;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The exceptions as a file, of one kind or all. */
@Controller
class ExceptionTableController {

    private final PlanQueries queries;
    private final TableDownload download;

    ExceptionTableController(PlanQueries queries, TableDownload download) {
        this.queries = queries;
        this.download = download;
    }

    @GetMapping("/exceptions.{format:csv|xlsx}")
    void exceptions(
            PlanHeader plan,
            @RequestParam @Nullable SituationKind kind,
            @PathVariable String format,
            HttpServletResponse response) {
        download.send(
                "exceptions",
                table(plan),
                () -> queries.streamExceptions(plan.runId(), kind),
                TableFormats.of(format),
                response);
    }

    private static Table<ExceptionLine> table(PlanHeader plan) {
        return Table.<ExceptionLine>named("exceptions")
                .word("severity", ExceptionLine::severity)
                .word("kind", ExceptionLine::kind)
                .text("item", ExceptionLine::item)
                .text("description", ExceptionLine::description)
                .text("warehouse", ExceptionLine::warehouse)
                .date("date", ExceptionLine::date)
                .number("quantity", ExceptionLine::quantityUnits)
                .money("value", ExceptionLine::value)
                .text("currency", line -> plan.currency())
                .text("message", ExceptionLine::message)
                .word("suggested_action", ExceptionLine::suggestedAction)
                .text("action", ExceptionLine::action)
                .text("rule", ExceptionLine::ruleId)
                .text("why", ExceptionLine::why);
    }
}
