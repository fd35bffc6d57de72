package org.plenish.web.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.RefusedException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells a person why something was not done, and the audit log that it was tried. */
@Component
class Refusals {

    private final DeniedAttempts denied;
    private final MessageSource texts;

    Refusals(DeniedAttempts denied, MessageSource texts) {
        this.denied = denied;
        this.texts = texts;
    }

    /**
     * To be called after the transaction that was rolled back.
     *
     * @param attempt its action in words, such as {@code publish}
     */
    void tell(
            Actor actor,
            String subjectKind,
            String subject,
            String attempt,
            RefusedException refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(refused.status().value());
        model.addAttribute("refused", refused);
        denied.record(new AuditEntry(
                actor,
                subjectKind,
                subject,
                attempt + " refused",
                null,
                null,
                texts.getMessage(refused.key(), refused.values(), Locale.ENGLISH)));
    }
}
