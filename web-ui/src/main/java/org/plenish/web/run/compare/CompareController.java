package org.plenish.web.run.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.compare.FigureChange.Figure;
import org.plenish.web.shared.Figures;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two runs side by side: by default the current plan and the one before. */
@Controller
class CompareController {

    private static final int MOVES_SHOWN = 50;

    private final ComparedRuns runs;
    private final Moves moves;

    CompareController(ComparedRuns runs, Moves moves) {
        this.runs = runs;
        this.moves = moves;
    }

    /**
     * Compares.
     *
     * @param a the earlier run; null: the one before {@code b}
     * @param b the later run; null: the current plan's
     */
    @GetMapping("/runs/compare")
    String compare(
            PlanHeader plan,
            @RequestParam(required = false) @Nullable Long a,
            @RequestParam(required = false) @Nullable Long b,
            Model model) {
        long later = b == null ? plan.runId() : b;
        @Nullable Long earlier = a == null ? runs.findBefore(later).orElse(null) : a;
        model.addAttribute("choices", runs.choices());
        model.addAttribute("a", earlier == null ? "" : String.valueOf(earlier));
        model.addAttribute("b", String.valueOf(later));
        ComparedRun second = get(later);
        model.addAttribute("second", second);
        if (earlier != null) {
            fill(model, get(earlier), second);
        }
        return "run/compare";
    }

    private void fill(Model model, ComparedRun first, ComparedRun second) {
        boolean sameCurrency = first.currency().equals(second.currency());
        model.addAttribute("first", first);
        List<InputChange> inputs = new ArrayList<>(InputChange.between(first, second));
        inputs.addAll(runs.decisions(first.id(), second.id()));
        model.addAttribute("inputs", inputs);
        model.addAttribute("sameCurrency", sameCurrency);
        // In the later run's currency, which may not be the current plan's.
        model.addAttribute("money", new Figures(second.currency()));
        if (sameCurrency) {
            moves.compare(first.id(), second.id());
            model.addAttribute("figures", figures(first, second));
            model.addAttribute("moved", moves.count(first.id(), second.id()));
            model.addAttribute("moves", moves.most(first.id(), second.id(), MOVES_SHOWN));
        }
    }

    private static List<FigureChange> figures(ComparedRun first, ComparedRun second) {
        return Arrays.stream(Figure.values())
                .map(figure -> new FigureChange(
                        figure,
                        first.figures().get(figure.name()),
                        second.figures().get(figure.name())))
                .toList();
    }

    private ComparedRun get(long run) {
        return runs.find(run).orElseThrow(() -> new NothingFoundException("Run " + run + " has no plan to compare."));
    }
}
