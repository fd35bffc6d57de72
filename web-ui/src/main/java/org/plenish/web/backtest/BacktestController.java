package org.plenish.web.backtest;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.BacktestWords;
import org.plenish.engine.simulate.backtest.SimplePolicy;
import org.plenish.web.run.ChosenDataset;
import org.plenish.web.run.PlanSource;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Role;
import org.plenish.web.shared.RuleUploads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The backtests, and one with what it found. */
@Controller
class BacktestController {

    /** Without JavaScript the browser itself asks again. */
    private static final int SECONDS_BETWEEN_REFRESHES = 3;

    private final BacktestJobs jobs;
    private final BacktestDesk desk;
    private final RuleChecks checks;
    private final ChosenDataset chosen;

    BacktestController(BacktestJobs jobs, BacktestDesk desk, RuleChecks checks, ChosenDataset chosen) {
        this.jobs = jobs;
        this.desk = desk;
        this.checks = checks;
        this.chosen = chosen;
    }

    @GetMapping("/backtests")
    String all(Actor actor, Model model) {
        Long planned = chosen.find().map(PlanSource::datasetId).orElse(null);
        return list(actor, BacktestForm.blank(planned), model);
    }

    /**
     * A changed rule book is checked before anything is kept: one with errors comes back with them.
     *
     * @param dataset blank: the sample
     * @param files of the changed rule book
     */
    @PostMapping("/backtests")
    String start(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Long dataset,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") List<String> beside,
            @RequestParam(defaultValue = BacktestForm.CORRECTED) String demand,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response) {
        BacktestForm form = new BacktestForm(name, dataset, from, beside, demand);
        try {
            Setup setup = form.setup();
            SortedMap<String, byte[]> sent = RuleUploads.read(files == null ? List.of() : files, "backtest.refused");
            BookFindings found = sent.isEmpty() ? null : checks.check(sent);
            model.addAttribute("found", found);
            return "redirect:" + address(desk.start(actor, name, dataset, setup, found, sent));
        } catch (RefusedException refused) {
            tell(refused, model, response);
            return list(actor, form, model);
        }
    }

    private String list(Actor actor, BacktestForm form, Model model) {
        model.addAttribute("works", works(actor));
        model.addAttribute("backtests", jobs.latest());
        model.addAttribute("datasets", jobs.datasets());
        model.addAttribute("kinds", SimplePolicy.Kind.values());
        model.addAttribute("form", form);
        return "backtest/backtests";
    }

    /**
     * The page.
     *
     * @param waiting whether a page asks that shows how far it has come; it asks for itself anew when there is more to show
     */
    @GetMapping("/backtests/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean waiting,
            Model model,
            HttpServletResponse response) {
        if (waiting && !jobs.get(id).isOpen()) {
            response.setHeader("HX-Refresh", "true");
        }
        return show(actor, id, page, model);
    }

    private String show(Actor actor, long id, int page, Model model) {
        Backtest backtest = jobs.get(id);
        model.addAttribute("works", works(actor));
        model.addAttribute("backtest", backtest);
        model.addAttribute("setup", jobs.setup(backtest));
        model.addAttribute("found", jobs.findings(backtest));
        if (backtest.isOpen()) {
            model.addAttribute("refreshSeconds", SECONDS_BETWEEN_REFRESHES);
        }
        if (backtest.isFinished()) {
            BacktestView view = BacktestView.of(jobs.result(id));
            model.addAttribute("view", view);
            model.addAttribute("result", view.result());
            model.addAttribute("money", view.money());
            model.addAttribute("page", view.within(page));
            model.addAttribute("leftOut", BacktestWords.LEFT_OUT);
            model.addAttribute("definitions", BacktestWords.DEFINITIONS);
        }
        return "backtest/backtest";
    }

    /** @param corrected whether sales lost without stock are put back this time */
    @PostMapping("/backtests/{id}/again")
    String again(
            Actor actor,
            @PathVariable long id,
            @RequestParam boolean corrected,
            Model model,
            HttpServletResponse response) {
        return act(actor, id, model, response, () -> address(desk.again(actor, id, corrected)));
    }

    /** One that has ended meanwhile stays as it ended. */
    @PostMapping("/backtests/{id}/cancel")
    String cancel(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        return act(actor, id, model, response, () -> {
            desk.cancel(actor, id);
            return address(id);
        });
    }

    @PostMapping("/backtests/{id}/delete")
    String delete(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return act(actor, id, model, response, () -> {
            desk.delete(actor, id, reason);
            return "/backtests";
        });
    }

    private String act(Actor actor, long id, Model model, HttpServletResponse response, Supplier<String> action) {
        try {
            return "redirect:" + action.get();
        } catch (RefusedException refused) {
            tell(refused, model, response);
            return show(actor, id, 1, model);
        }
    }

    private static boolean works(Actor actor) {
        return actor.is(Role.PLANNER) || actor.is(Role.ANALYST);
    }

    private static void tell(RefusedException refused, Model model, HttpServletResponse response) {
        response.setStatus(refused.status().value());
        model.addAttribute("refused", refused);
    }

    private static String address(long id) {
        return "/backtests/" + id;
    }
}
