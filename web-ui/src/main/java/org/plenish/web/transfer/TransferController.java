package org.plenish.web.transfer;

import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposed transfers: those to act on now, the outlook, and one with its lines. */
@Controller
class TransferController {

    private final TransferQueries queries;

    TransferController(TransferQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/transfers")
    String transfers(PlanHeader plan, @RequestParam(defaultValue = "now") String when, Model model) {
        boolean now = !when.equals("outlook");
        model.addAttribute("now", now);
        model.addAttribute("counts", queries.counts(plan.runId()));
        model.addAttribute("lanes", queries.byLane(plan.runId(), now));
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
