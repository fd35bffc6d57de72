package org.plenish.web.api;

import java.util.Set;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.OutboundEvent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which an administrator says which programs are told of what, and sees what reached them. */
@Controller
class WebhookController {

    private static final String PAGE = "redirect:/webhooks";

    private final StoredWebhooks webhooks;

    WebhookController(StoredWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping("/webhooks")
    String webhooks(Model model) {
        model.addAttribute("webhooks", webhooks.all());
        model.addAttribute("deliveries", webhooks.deliveries());
        model.addAttribute("events", OutboundEvent.values());
        return "api/webhooks";
    }

    /** The secret is shown once, on the page that follows. */
    @PostMapping("/webhooks")
    String register(
            Actor actor,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") Set<OutboundEvent> events,
            RedirectAttributes next) {
        next.addFlashAttribute("secret", webhooks.register(actor, url, events));
        return PAGE;
    }

    @PostMapping("/webhooks/{id}/remove")
    String remove(Actor actor, @PathVariable long id) {
        webhooks.remove(actor, id);
        return PAGE;
    }

    @ExceptionHandler
    String refused(WebhookRefusedException refused, RedirectAttributes next) {
        next.addFlashAttribute("refused", String.valueOf(refused.getMessage()));
        return PAGE;
    }
}
