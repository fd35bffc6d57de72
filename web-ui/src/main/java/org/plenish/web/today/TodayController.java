package org.plenish.web.today;

import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.ReleaseQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: what needs a person today. */
@Controller
class TodayController {

    private final ReleaseQueries releases;

    TodayController(ReleaseQueries releases) {
        this.releases = releases;
    }

    @GetMapping("/")
    String today(PlanHeader plan, Model model) {
        model.addAttribute("orders", releases.purchaseOrders(plan));
        model.addAttribute("transfers", releases.transfers(plan));
        return "today/today";
    }
}
