package org.plenish.web.account;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to log in on. */
@Controller
class LoginController {

    private static final long LONGEST_WAIT = LoginThrottle.WINDOW.toMinutes();

    /** What can have led here, each with a text, {@code login.name}. */
    private static final List<String> NOTICES = List.of("refused", "out", "ended", "created", "chosen", "provider");

    private final DemoAccounts demo;
    private final List<ClientRegistration> identityProviders;

    LoginController(DemoAccounts demo, ObjectProvider<InMemoryClientRegistrationRepository> identityProviders) {
        this.demo = demo;
        this.identityProviders = identityProviders.stream()
                .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
                .toList();
    }

    @GetMapping(AccessRules.LOGIN)
    String login(@RequestParam Map<String, String> parameters, @RequestParam @Nullable Integer wait, Model model) {
        if (SignedIn.find().isPresent()) {
            return "redirect:/";
        }
        NOTICES.stream()
                .filter(parameters::containsKey)
                .findFirst()
                .ifPresent(name -> model.addAttribute("notice", name));
        if (wait != null) {
            model.addAttribute("wait", Math.min(LONGEST_WAIT, Math.max(1, wait)));
        }
        model.addAttribute("identityProviders", identityProviders);
        model.addAttribute("demoAccounts", demo.userNames());
        model.addAttribute("demoPassword", DemoAccounts.PASSWORD);
        return "account/login";
    }
}
