package org.plenish.web.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Release;
import org.plenish.web.shared.ReleaseGroup;
import org.plenish.web.shared.ReleaseQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposed transfers: those of today, of the rest of the first bucket, the outlook, and one with its lines. */
@Controller
class TransferController {

    private final TransferQueries queries;
    private final ReleaseQueries releases;

    TransferController(TransferQueries queries, ReleaseQueries releases) {
        this.queries = queries;
        this.releases = releases;
    }

    @GetMapping("/transfers")
    String transfers(PlanHeader plan, @RequestParam @Nullable Release when, Model model) {
        List<ReleaseGroup> groups = releases.transfers(plan);
        Release shown = when == null ? ReleaseGroup.first(groups) : when;
        model.addAttribute("groups", groups);
        model.addAttribute("shown", ReleaseGroup.of(groups, shown));
        model.addAttribute("lanes", queries.byLane(plan, shown));
        return "transfer/transfers";
    }

    @GetMapping("/transfers/{number}")
    String transfer(PlanHeader plan, @PathVariable String number, Model model) {
        model.addAttribute(
                "transfer",
                queries.findTransfer(plan.runId(), number)
                        .orElseThrow(
                                () -> new NothingFoundException("The current plan has no transfer " + number + ".")));
        model.addAttribute("lines", queries.lines(plan.runId(), number));
        return "transfer/transfer";
    }
}
