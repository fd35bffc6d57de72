package org.plenish.web.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.BookRule;
import org.plenish.rules.ParsedBook;
import org.plenish.web.rulebook.DecisionQueries.MadeBy;
import org.plenish.web.rulebook.DecisionQueries.PlanRule;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PageAddress;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rule book to be read: as a whole, by file, by rule, and by what it decides. */
@Controller
class BookController {

    private final RuleVersions versions;
    private final VersionsInForce inForce;
    private final ParsedBooks parsed;
    private final DraftStore drafts;
    private final DecisionQueries decisions;
    private final CurrentPlan currentPlan;

    BookController(
            RuleVersions versions,
            VersionsInForce inForce,
            ParsedBooks parsed,
            DraftStore drafts,
            DecisionQueries decisions,
            CurrentPlan currentPlan) {
        this.versions = versions;
        this.inForce = inForce;
        this.parsed = parsed;
        this.drafts = drafts;
        this.decisions = decisions;
        this.currentPlan = currentPlan;
    }

    /**
     * The page.
     *
     * @param version null: the one in force
     * @param q words to search the rules for
     */
    @GetMapping("/rule-book")
    String book(
            Actor actor,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        RuleVersion shown = shown(version, model);
        SortedMap<String, String> files = versions.files(shown);
        ParsedBook book = parsed.of(shown.fingerprint(), files);
        model.addAttribute("edits", actor.is(Role.ANALYST));
        model.addAttribute("query", q);
        model.addAttribute("book", BookView.of(book, q, decidedBy(shown)));
        model.addAttribute(
                "tests",
                files.keySet().stream().filter(name -> name.endsWith(".yaml")).toList());
        model.addAttribute("files", files.size());
        model.addAttribute("drafts", drafts.atWork());
        model.addAttribute("scheduled", versions.scheduled(inForce.today()));
        return "rulebook/book";
    }

    /** A file of a version, a table as a table. */
    @GetMapping("/rule-book/files")
    String file(
            @RequestParam String name,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        RuleVersion shown = shown(version, model);
        String text = versions.files(shown).get(name);
        if (text == null) {
            throw new NothingFoundException("The rule book has no file “" + FileRules.shown(name) + "”.");
        }
        FileView file = FileView.of(name, text, page);
        model.addAttribute("file", file);
        PageAddress address =
                PageAddress.of("/rule-book/files").with("name", name).with("version", version);
        model.addAttribute("address", address.toString());
        return "rulebook/file";
    }

    /** A rule: how it is written, and what it decides in the current plan. */
    @GetMapping("/rule-book/rules")
    String rule(@RequestParam String id, @RequestParam(defaultValue = "1") int page, Model model) {
        RuleVersion shown = shown(null, model);
        SortedMap<String, String> files = versions.files(shown);
        BookRule rule = parsed.of(shown.fingerprint(), files)
                .all()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
        PlanHeader plan = currentPlan.find().orElse(null);
        PlanRule decided =
                plan == null ? null : decisions.find(plan.runId(), id).orElse(null);
        if (rule == null && decided == null) {
            throw new NothingFoundException("The rule book has no rule “" + FileRules.shown(id) + "”.");
        }
        model.addAttribute("id", id);
        model.addAttribute("rule", rule == null ? null : BookView.line(rule, null));
        model.addAttribute("text", rule == null ? null : RuleText.of(rule.info(), files.getOrDefault(rule.file(), "")));
        model.addAttribute("decided", decided);
        if (plan != null) {
            model.addAttribute("known", !decisions.locations(plan.runId()).isEmpty());
            madeBy(plan, shown, model);
            int pages = decided == null
                    ? 1
                    : Math.max(
                            1, (decided.locations() + DecisionQueries.ROWS_A_PAGE - 1) / DecisionQueries.ROWS_A_PAGE);
            int within = Math.min(Math.max(1, page), pages);
            model.addAttribute("page", within);
            model.addAttribute("pages", pages);
            model.addAttribute("places", decided == null ? List.of() : decisions.places(plan.runId(), id, within));
        }
        return "rulebook/rule";
    }

    /** Which rules decide for an item at a warehouse, question by question. */
    @GetMapping("/rule-book/item")
    String item(PlanHeader plan, @RequestParam String item, @RequestParam String warehouse, Model model) {
        RuleVersion shown = shown(null, model);
        DecisionQueries.ItemDecisions decided = decisions
                .ofItem(plan.runId(), item, warehouse)
                .orElseThrow(() -> new NothingFoundException("The current plan has no item “" + FileRules.shown(item)
                        + "” at “" + FileRules.shown(warehouse) + "”."));
        madeBy(plan, shown, model);
        model.addAttribute("item", item);
        model.addAttribute("warehouse", warehouse);
        model.addAttribute("decided", decided);
        model.addAttribute(
                "forecastRule",
                RuleDecisions.findForecastRule(decided.forecastWhy()).orElse(null));
        return "rulebook/item";
    }

    private RuleVersion shown(@Nullable Long version, Model model) {
        RuleVersion standing = versions.inForce(inForce.today());
        RuleVersion shown = version == null ? standing : versions.get(version);
        model.addAttribute("version", shown);
        model.addAttribute("standing", standing.id() == shown.id());
        return shown;
    }

    /** How many SKU-locations each rule decides for; null if the current plan was made by another book or before it was noted. */
    private @Nullable Map<String, Integer> decidedBy(RuleVersion shown) {
        PlanHeader plan = currentPlan.find().orElse(null);
        if (plan == null
                || !shown.fingerprint().equals(decisions.madeBy(plan.runId()).rulebookFingerprint())) {
            return null;
        }
        Map<String, Integer> locations = decisions.locations(plan.runId());
        return locations.isEmpty() ? null : locations;
    }

    private void madeBy(PlanHeader plan, RuleVersion shown, Model model) {
        MadeBy madeBy = decisions.madeBy(plan.runId());
        List<String> other = new ArrayList<>();
        if (madeBy.rulebookFingerprint() != null
                && !madeBy.rulebookFingerprint().equals(shown.fingerprint())
                && madeBy.rulebook() != null) {
            other.add(madeBy.rulebook());
        }
        model.addAttribute("otherBook", other.isEmpty() ? null : other.get(0));
        model.addAttribute("run", plan.runId());
    }
}
