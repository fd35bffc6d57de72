package org.plenish.web.run.schedule;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.ChosenDataset;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.SampleFiles;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The schedules: when runs start by themselves. */
@Controller
@RequestMapping("/runs/schedules")
class ScheduleController {

    private final Schedules schedules;
    private final ChosenDataset chosen;
    private final Clock clock;

    ScheduleController(Schedules schedules, ChosenDataset chosen, Clock clock) {
        this.schedules = schedules;
        this.chosen = chosen;
        this.clock = clock;
    }

    /** @param next null: it is off */
    public record Row(RunSchedule schedule, @Nullable Instant next) {}

    @GetMapping
    String all(Model model) {
        return list(ScheduleForm.blank(ZoneId.systemDefault()), model);
    }

    @PostMapping
    String create(Actor actor, @ModelAttribute("form") ScheduleForm form, Model model, HttpServletResponse response) {
        try {
            schedules.create(actor, form.recurrence());
            return "redirect:/runs/schedules";
        } catch (RefusedException refused) {
            return refused(refused, form, model, response);
        }
    }

    @PostMapping("/{id}/enable")
    String enable(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam boolean enabled,
            Model model,
            HttpServletResponse response) {
        try {
            schedules.enable(actor, id, version, enabled);
            return "redirect:/runs/schedules";
        } catch (RefusedException refused) {
            return refused(refused, ScheduleForm.blank(ZoneId.systemDefault()), model, response);
        }
    }

    @PostMapping("/{id}/remove")
    String remove(
            Actor actor, @PathVariable long id, @RequestParam int version, Model model, HttpServletResponse response) {
        try {
            schedules.remove(actor, id, version);
            return "redirect:/runs/schedules";
        } catch (RefusedException refused) {
            return refused(refused, ScheduleForm.blank(ZoneId.systemDefault()), model, response);
        }
    }

    private String refused(RefusedException refused, ScheduleForm form, Model model, HttpServletResponse response) {
        response.setStatus(refused.status().value());
        model.addAttribute("refused", refused);
        return list(form, model);
    }

    private String list(ScheduleForm form, Model model) {
        Instant now = clock.instant();
        List<Row> rows = schedules.all().stream()
                .map(schedule -> new Row(
                        schedule, schedule.enabled() ? schedule.recurrence().nextAfter(now) : null))
                .toList();
        model.addAttribute("form", form);
        model.addAttribute("schedules", rows);
        model.addAttribute("weekdays", DayOfWeek.values());
        model.addAttribute("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
        model.addAttribute("planned", chosen.find().map(PlanSource::name).orElse(SampleFiles.NAME));
        return "run/schedules";
    }
}
