package org.plenish.web.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.RefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a draft would change, on its own page and as files. */
@Controller
class ImpactController {

    private final Drafts drafts;
    private final Impacts impacts;
    private final ImpactDesk desk;
    private final DraftPages pages;
    private final TableDownload download;
    private final Refusals refusals;

    ImpactController(
            Drafts drafts,
            Impacts impacts,
            ImpactDesk desk,
            DraftPages pages,
            TableDownload download,
            Refusals refusals) {
        this.drafts = drafts;
        this.impacts = impacts;
        this.desk = desk;
        this.pages = pages;
        this.download = download;
        this.refusals = refusals;
    }

    /** @param dataset null: the sample */
    @PostMapping("/rule-book/drafts/{id}/impact")
    String start(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long dataset,
            Model model,
            HttpServletResponse response) {
        return act(actor, id, "impact", model, response, () -> {
            desk.start(actor, id, dataset);
            return DraftController.address(id) + "#impact";
        });
    }

    /** One that has ended meanwhile stays as it ended. */
    @PostMapping("/rule-book/drafts/{id}/impact/cancel")
    String cancel(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        return act(actor, id, "cancel impact", model, response, () -> {
            desk.cancel(actor, id);
            return DraftController.address(id) + "#impact";
        });
    }

    private String act(
            Actor actor, long id, String attempt, Model model, HttpServletResponse response, Supplier<String> action) {
        try {
            return "redirect:" + action.get();
        } catch (RefusedException refused) {
            refusals.tell(actor, Drafts.SUBJECT_KIND, String.valueOf(id), attempt, refused, model, response);
            return pages.show(actor, id, model);
        }
    }

    @GetMapping("/rule-book/impacts/{id}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        Impact impact = finished(id);
        ImpactView view = new ImpactView(impacts.result(id));
        Draft draft = drafts.get(impact.draftId());
        model.addAttribute("impact", impact);
        model.addAttribute("draft", draft);
        model.addAttribute("asItIs", draft.fingerprint().equals(impact.fingerprint()));
        model.addAttribute("view", view);
        model.addAttribute("result", view.result());
        model.addAttribute("money", view.money());
        model.addAttribute("page", view.within(page));
        return "rulebook/impact";
    }

    private Impact finished(long id) {
        Impact impact = impacts.get(id);
        if (!impact.isFinished()) {
            throw new NothingFoundException("Impact " + id + " has no result.");
        }
        return impact;
    }

    @GetMapping("/rule-book/impacts/{id}/figures.{format:csv|xlsx}")
    void figures(@PathVariable long id, @PathVariable String format, HttpServletResponse response) {
        Table<ImpactResult.Figure> table = Table.<ImpactResult.Figure>named("impact")
                .text("measure", ImpactResult.Figure::id)
                .word("unit", row -> row.unit().name())
                .number("before", ImpactResult.Figure::before)
                .number("after", ImpactResult.Figure::after);
        download.send("impact", table, () -> impacts.result(id).figures().stream(), TableFormats.of(format), response);
    }

    @GetMapping("/rule-book/impacts/{id}/lines.{format:csv|xlsx}")
    void lines(@PathVariable long id, @PathVariable String format, HttpServletResponse response) {
        Table<ImpactResult.Line> table = Table.<ImpactResult.Line>named("lines")
                .text("item", ImpactResult.Line::item)
                .text("description", ImpactResult.Line::description)
                .text("warehouse", ImpactResult.Line::warehouse)
                .money("stock_before", ImpactResult.Line::stockBefore)
                .money("stock_after", ImpactResult.Line::stockAfter)
                .money("purchases_before", ImpactResult.Line::ordersBefore)
                .money("purchases_after", ImpactResult.Line::ordersAfter)
                .text("causes", ImpactController::causes);
        download.send(
                "impact-lines", table, () -> impacts.result(id).lines().stream(), TableFormats.of(format), response);
    }

    private static String causes(ImpactResult.Line line) {
        return line.causes().stream()
                .map(cause -> cause.question() + " " + cause.from() + " -> " + cause.to()
                        + (cause.ruleAfter().isEmpty() ? "" : " by " + cause.ruleAfter()))
                .collect(Collectors.joining("; "));
    }
}
