package org.plenish.web.today;

import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: what needs a person today. */
@Controller
class TodayController {

    private final TodayPage page;

    TodayController(TodayPage page) {
        this.page = page;
    }

    @GetMapping("/")
    String today(PlanHeader plan, Actor actor, Model model) {
        page.fill(plan, actor, model);
        return "today/today";
    }
}
