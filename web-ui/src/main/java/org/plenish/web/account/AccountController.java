package org.plenish.web.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts, one with all that can be done to it, and the form for another. */
@Controller
class AccountController {

    private static final String TO_ACCOUNT = "redirect:/accounts/{userName}";

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/accounts")
    String all(Model model) {
        model.addAttribute("accounts", accounts.all());
        return "account/accounts";
    }

    @GetMapping("/accounts/{userName}")
    String one(@PathVariable String userName, Model model) {
        Account account = accounts.get(userName);
        model.addAttribute("account", account);
        model.addAttribute("blocked", accounts.isBlocked(account));
        addRoles(model, account.roles());
        return "account/account";
    }

    @GetMapping("/new-account")
    String newAccount(Model model) {
        addRoles(model, Set.of());
        return "account/new-account";
    }

    @PostMapping("/accounts")
    String create(
            Actor actor,
            @RequestParam String user,
            @RequestParam String name,
            @RequestParam(defaultValue = "") Set<Role> roles,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            redirect.addFlashAttribute("oneTimePassword", accounts.create(actor, user, name, roles));
            redirect.addAttribute("userName", Account.userName(user));
            return TO_ACCOUNT;
        } catch (RefusedException refused) {
            tell(refused, response, model);
            model.addAttribute("user", user);
            model.addAttribute("name", name);
            addRoles(model, roles);
            return "account/new-account";
        }
    }

    @PostMapping("/accounts/{userName}")
    String change(
            Actor actor,
            @PathVariable String userName,
            @RequestParam int version,
            @RequestParam String name,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return answer(userName, response, model, redirect, () -> {
            accounts.change(actor, userName, version, name, roles, reason);
            return Optional.empty();
        });
    }

    @PostMapping("/accounts/{userName}/{action:disable|enable|reset-password|unlock}")
    String act(
            Actor actor,
            @PathVariable String userName,
            @PathVariable String action,
            @RequestParam int version,
            @RequestParam String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return answer(userName, response, model, redirect, () -> {
            switch (action) {
                case "disable" -> accounts.disable(actor, userName, version, reason);
                case "enable" -> accounts.enable(actor, userName, version, reason);
                case "unlock" -> accounts.unlock(actor, userName, reason);
                default -> {
                    return Optional.of(accounts.resetPassword(actor, userName, version, reason));
                }
            }
            return Optional.empty();
        });
    }

    /** @param change returns the one-time password if it made one */
    private String answer(
            String userName,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Supplier<Optional<String>> change) {
        try {
            change.get().ifPresent(password -> redirect.addFlashAttribute("oneTimePassword", password));
            redirect.addFlashAttribute("done", true);
            redirect.addAttribute("userName", userName);
            return TO_ACCOUNT;
        } catch (RefusedException refused) {
            tell(refused, response, model);
            return one(userName, model);
        }
    }

    private static void tell(RefusedException refused, HttpServletResponse response, Model model) {
        response.setStatus(refused.status().value());
        model.addAttribute("refused", refused);
    }

    private static void addRoles(Model model, Set<Role> chosen) {
        model.addAttribute("allRoles", List.of(Role.values()));
        model.addAttribute("chosen", chosen);
    }
}
