package org.plenish.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes the administrator's account while there is none; afterwards there is no such page. */
@Controller
class FirstRunController {

    private static final String VIEW = "account/first-run";

    private final FirstRun firstRun;
    private final Accounts accounts;

    FirstRunController(FirstRun firstRun, Accounts accounts) {
        this.firstRun = firstRun;
        this.accounts = accounts;
    }

    @GetMapping(AccessRules.FIRST_RUN)
    String form() {
        requireOpen();
        return VIEW;
    }

    @PostMapping(AccessRules.FIRST_RUN)
    String create(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String user,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam String repeated,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        requireOpen();
        try {
            if (!firstRun.isCode(code)) {
                throw new RefusedException("firstRun.refused.code");
            }
            if (!password.equals(repeated)) {
                throw new RefusedException("password.refused.repeated");
            }
            accounts.createFirst(user, name, password, request.getRemoteAddr());
            return "redirect:" + AccessRules.LOGIN + "?created";
        } catch (RefusedException refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refused", refused);
            model.addAttribute("user", user);
            model.addAttribute("name", name);
            model.addAttribute("code", code);
            return form();
        }
    }

    private void requireOpen() {
        if (!firstRun.isOpen()) {
            throw new FirstRunOverException();
        }
    }
}
