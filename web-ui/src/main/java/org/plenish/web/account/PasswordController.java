package org.plenish.web.account;

import jakarta.servlet.http.HttpServletResponse;
import org.plenish.web.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everyone's own password. */
@Controller
class PasswordController {

    private final Accounts accounts;

    PasswordController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping(AccessRules.OWN_PASSWORD)
    String form(Actor actor, Model model) {
        model.addAttribute("account", accounts.get(actor.userName()));
        return "account/password";
    }

    /** The session ends with the old password, as do all others of the account. */
    @PostMapping(AccessRules.OWN_PASSWORD)
    String choose(
            Actor actor,
            @RequestParam String current,
            @RequestParam String chosen,
            @RequestParam String repeated,
            HttpServletResponse response,
            Model model) {
        try {
            accounts.choosePassword(actor, current, chosen, repeated);
            return "redirect:" + AccessRules.LOGIN + "?chosen";
        } catch (RefusedException refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refused", refused);
            return form(actor, model);
        }
    }
}
