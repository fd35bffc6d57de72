package org.plenish.web.shared;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

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

    /** An answer to an exception does not pass the model's attributes, so they are added here. */
    @ExceptionHandler(NothingFoundException.class)
    ModelAndView nothingFound(NothingFoundException nothing) {
        Shell shell = shell();
        return new ModelAndView(
                "error/404",
                Map.of("shell", shell, "fmt", shell.figures(), "message", String.valueOf(nothing.getMessage())),
                HttpStatus.NOT_FOUND);
    }
}
