package org.plenish.web.scenario;

import jakarta.servlet.http.HttpServletResponse;
import org.plenish.web.scenario.Promotion.Outlook;
import org.plenish.web.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks whether a scenario is to be the plan, and makes it so. */
@Controller
class PromotionController {

    private final Promotion promotion;
    private final Comparisons comparisons;

    PromotionController(Promotion promotion, Comparisons comparisons) {
        this.promotion = promotion;
        this.comparisons = comparisons;
    }

    @GetMapping("/scenarios/{id}/promote")
    String ask(Actor actor, @PathVariable long id, Model model) {
        return page(actor, id, model);
    }

    @PostMapping("/scenarios/{id}/promote")
    String promote(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam long replacing,
            Model model,
            HttpServletResponse response) {
        try {
            promotion.promote(actor, id, version, replacing);
            return "redirect:/run";
        } catch (ScenarioRefusedException refused) {
            ScenarioController.tell(refused, model, response);
            return page(actor, id, model);
        }
    }

    private String page(Actor actor, long id, Model model) {
        Outlook outlook = promotion.outlook(actor, id);
        model.addAttribute("scenario", outlook.scenario());
        model.addAttribute("obstacle", outlook.obstacle());
        model.addAttribute(
                "comparison", outlook.run() == null ? null : comparisons.of(outlook.scenario(), outlook.run()));
        return "scenario/promote";
    }
}
