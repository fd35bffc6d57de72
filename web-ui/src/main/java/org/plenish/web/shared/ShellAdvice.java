package org.plenish.web.shared;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the shell around every page, error pages included. */
@ControllerAdvice
class ShellAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ShellAdvice.class);

    private final CurrentPlan currentPlan;

    ShellAdvice(CurrentPlan currentPlan) {
        this.currentPlan = currentPlan;
    }

    @ModelAttribute("shell")
    Shell shell() {
        try {
            return Shell.of(currentPlan.find().orElse(null));
        } catch (DataAccessException silent) {
            // The page that tells of a silent database must not fail for the same reason.
            LOG.warn("The stored plan cannot be read.", silent);
            return Shell.of(null);
        }
    }

    @ModelAttribute("fmt")
    Figures figures(@ModelAttribute("shell") Shell shell) {
        return shell.figures();
    }

    @ExceptionHandler(NoPlanYetException.class)
    String toProgress() {
        return "redirect:/run";
    }
}
