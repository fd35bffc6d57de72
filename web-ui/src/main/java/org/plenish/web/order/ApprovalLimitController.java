package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenish.web.order.ApprovalLimits.Limit;
import org.plenish.web.order.ApprovalLimits.Subject;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the limits of approval, of the second approver, and of delegations. */
@Controller
class ApprovalLimitController {

    private static final String PAGE = "/approval-limits";

    private final ApprovalLimits limits;

    ApprovalLimitController(ApprovalLimits limits) {
        this.limits = limits;
    }

    @GetMapping(PAGE)
    String limits(Actor actor, Model model) {
        model.addAttribute("limits", limits.limits());
        model.addAttribute("second", limits.findSecondApproverAbove().orElse(null));
        model.addAttribute("delegations", limits.delegations());
        model.addAttribute("approvers", limits.otherApprovers(actor));
        model.addAttribute("sets", actor.is(Role.ADMINISTRATOR));
        model.addAttribute("delegates", actor.is(Role.APPROVER));
        model.addAttribute("self", actor.userName());
        model.addAttribute("subjects", Subject.values());
        model.addAttribute("request", UUID.randomUUID());
        return "order/limits";
    }

    @PostMapping(PAGE + "/set")
    ModelAndView set(
            Actor actor,
            @RequestParam Subject subject,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable BigDecimal orderLimit,
            @RequestParam(required = false) @Nullable BigDecimal supplierDayLimit,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes told) {
        return answer(limits.set(actor, new Limit(subject, name.strip(), orderLimit, supplierDayLimit), reason), told);
    }

    @PostMapping(PAGE + "/remove")
    ModelAndView remove(
            Actor actor, @RequestParam Subject subject, @RequestParam String name, RedirectAttributes told) {
        return answer(limits.remove(actor, subject, name), told);
    }

    @PostMapping(PAGE + "/second-approver")
    ModelAndView second(
            Actor actor,
            @RequestParam(required = false) @Nullable BigDecimal above,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes told) {
        return answer(limits.setSecondApproverAbove(actor, above, reason), told);
    }

    @PostMapping("/delegations")
    ModelAndView delegate(
            Actor actor,
            @RequestParam String delegate,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate firstDay,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID request,
            RedirectAttributes told) {
        return answer(limits.delegate(actor, delegate, firstDay, lastDay, reason, request), told);
    }

    @PostMapping("/delegations/{id}/end")
    ModelAndView end(Actor actor, @PathVariable long id, RedirectAttributes told) {
        return answer(limits.end(actor, id), told);
    }

    private static ModelAndView answer(Outcome outcome, RedirectAttributes told) {
        if (outcome.isDone()) {
            told.addFlashAttribute("outcome", outcome);
            return new ModelAndView("redirect:" + PAGE);
        }
        return new ModelAndView(
                "order/limit-refused", Map.of("outcome", outcome), HttpStatusCode.valueOf(outcome.status()));
    }
}
