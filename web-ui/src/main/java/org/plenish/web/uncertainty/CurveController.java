package org.plenish.web.uncertainty;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PageAddress;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How much stock which service takes: of the whole business, a category, or an item at all its warehouses. */
@Controller
class CurveController {

    private static final String PATH = "/stock-and-service";

    private final UncertaintyJobs jobs;
    private final CurveQueries queries;
    private final TableDownload download;

    CurveController(UncertaintyJobs jobs, CurveQueries queries, TableDownload download) {
        this.jobs = jobs;
        this.queries = queries;
        this.download = download;
    }

    /**
     * The page.
     *
     * @param category blank: not of one
     * @param item blank: not of one; counts before the category
     */
    @GetMapping(PATH)
    String page(
            PlanHeader plan,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String item,
            Model model) {
        CurveKey key = key(category, item);
        Optional<UncertaintyJob> job = jobs.find(plan.runId());
        if (key.scope() == CurveKey.Scope.ITEM) {
            model.addAttribute(
                    "description",
                    queries.findDescription(plan.runId(), key.name())
                            .orElseThrow(() -> new NothingFoundException("The current plan has no item " + key.name()
                                    + ". Maybe part of its number is missing.")));
        }
        model.addAttribute("job", job.orElse(null));
        model.addAttribute("key", key);
        model.addAttribute("categories", queries.categories(plan.runId()));
        model.addAttribute("curve", queries.find(plan.runId(), key).orElse(null));
        model.addAttribute("csv", address(".csv", key));
        model.addAttribute("xlsx", address(".xlsx", key));
        return "uncertainty/stock-and-service";
    }

    @GetMapping(PATH + ".{format:csv|xlsx}")
    void points(
            PlanHeader plan,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String item,
            @PathVariable String format,
            HttpServletResponse response) {
        Curve curve = queries.find(plan.runId(), key(category, item))
                .orElseThrow(() -> new NothingFoundException("There is no curve of that yet."));
        Table<CurvePoint> table = Table.<CurvePoint>named("stock_and_service")
                .word("scope", point -> curve.of().scope().name())
                .text("name", point -> curve.of().name())
                .text("point", point -> point.now() ? "now" : "target")
                .number("service_target", CurvePoint::serviceTarget)
                .number("fill_rate", CurvePoint::fillRate)
                .number("cycle_service", CurvePoint::cycleService)
                .number("stock", CurvePoint::stockValue)
                .number("safety_stock", CurvePoint::safetyStockValue)
                .text("currency", point -> plan.currency());
        download.send("stock_and_service", table, () -> curve.points().stream(), TableFormats.of(format), response);
    }

    private static CurveKey key(String category, String item) {
        if (!item.isBlank()) {
            return CurveKey.item(item.strip());
        }
        return category.isBlank() ? CurveKey.ALL : CurveKey.category(category);
    }

    private static String address(String extension, CurveKey key) {
        return PageAddress.of(PATH + extension)
                .with("category", key.scope() == CurveKey.Scope.CATEGORY ? key.name() : null)
                .with("item", key.scope() == CurveKey.Scope.ITEM ? key.name() : null)
                .toString();
    }
}
