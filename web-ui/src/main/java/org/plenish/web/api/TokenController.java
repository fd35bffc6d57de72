package org.plenish.web.api;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a person makes and revokes tokens. */
@Controller
class TokenController {

    private static final int USUAL_LIFE_DAYS = 90;
    private static final String PAGE = "redirect:/tokens";

    private final ApiTokens tokens;

    TokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/tokens")
    String tokens(Actor actor, Model model) {
        model.addAttribute("tokens", tokens.shownTo(actor));
        model.addAttribute("today", tokens.today());
        model.addAttribute("roles", actor.roles().stream().sorted().toList());
        model.addAttribute("usualExpiry", tokens.today().plusDays(USUAL_LIFE_DAYS));
        return "api/tokens";
    }

    /** The secret is shown once, on the page that follows. */
    @PostMapping("/tokens")
    String create(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam LocalDate expiresOn,
            RedirectAttributes next) {
        next.addFlashAttribute("made", tokens.create(actor, name, roles, expiresOn));
        return PAGE;
    }

    @PostMapping("/tokens/{id}/revoke")
    String revoke(Actor actor, @PathVariable long id) {
        tokens.revoke(actor, id);
        return PAGE;
    }

    @ExceptionHandler
    String refused(TokenRefusedException refused, RedirectAttributes next) {
        @Nullable String message = refused.getMessage();
        next.addFlashAttribute("refused", message);
        return PAGE;
    }
}
