package org.plenish.web.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
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
    private final CurrentUser currentUser;
    private final boolean demo;

    ShellAdvice(CurrentPlan currentPlan, CurrentUser currentUser, @Value("${plenish.demo}") boolean demo) {
        this.currentPlan = currentPlan;
        this.currentUser = currentUser;
        this.demo = demo;
    }

    @ModelAttribute("shell")
    Shell shell() {
        @Nullable LoggedIn user = currentUser.find().orElse(null);
        return Shell.of(user == null ? null : findPlan(), user, demo);
    }

    private @Nullable PlanHeader findPlan() {
        try {
            return currentPlan.find().orElse(null);
        } catch (DataAccessException silent) {
            // The page that tells of a silent database must not fail for the same reason.
            LOG.warn("The stored plan cannot be read.", silent);
            return null;
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
