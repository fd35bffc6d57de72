package org.plenish.web.item.list;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.SituationKind;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Role;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of all SKU-locations, as a page, as files, and the views of it that people keep. */
@Controller
class ItemListController {

    private final ItemListQueries queries;
    private final SavedViews views;
    private final TableDownload download;
    private final MessageSource texts;

    ItemListController(ItemListQueries queries, SavedViews views, TableDownload download, MessageSource texts) {
        this.queries = queries;
        this.views = views;
        this.download = download;
        this.texts = texts;
    }

    @GetMapping(ItemFilter.PATH)
    String items(
            PlanHeader plan,
            Actor actor,
            Locale locale,
            @ModelAttribute("filter") ItemFilter filter,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restore,
            Model model,
            HttpServletResponse response) {
        List<ItemColumn> columns = filter.columns(actor.roles());
        if (filter.col() != null) {
            // The form that chooses columns sends each by itself; the address to keep has them in their order.
            return "redirect:" + filter.columnsAddress(columns);
        }
        // One address answers with a page or with its list; a cache must not take one for the other.
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        ItemList list = queries.list(filter, columns);
        model.addAttribute("list", list);
        model.addAttribute("rows", new ItemCells(texts, locale, plan).of(list.rows(), columns));
        model.addAttribute("columns", columns);
        model.addAttribute("changes", actor.is(Role.PLANNER) || actor.is(Role.ANALYST));
        model.addAttribute("columnChoices", ColumnChoice.of(filter, columns));
        model.addAttribute("views", views.of(actor.userName()));
        model.addAttribute("userName", actor.userName());
        if (htmx && !restore) {
            return "item/items :: list";
        }
        addForms(model);
        return "item/items";
    }

    private void addForms(Model model) {
        Map<String, List<Choice>> choices = queries.choices();
        for (String kind : List.of("WAREHOUSE", "SUPPLIER", "CATEGORY", "POLICY", "METHOD", "LIFECYCLE")) {
            model.addAttribute("choicesOf" + kind, choices.getOrDefault(kind, List.of()));
        }
        model.addAttribute("abcClasses", AbcClass.values());
        model.addAttribute("demandClasses", DemandClass.values());
        model.addAttribute("statuses", ObsolescenceStatus.values());
        model.addAttribute("exceptionKinds", SituationKind.values());
    }

    /** All rows that fit, sorted as the page is, with its columns. */
    @GetMapping("/items.{format:csv|xlsx}")
    void file(
            PlanHeader plan,
            Actor actor,
            @ModelAttribute("filter") ItemFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        List<ItemColumn> columns = filter.columns(actor.roles());
        download.send(
                "items",
                ItemTable.of(plan, columns),
                () -> queries.stream(filter, columns),
                TableFormats.of(format),
                response);
    }

    @PostMapping("/items/views")
    String save(
            PlanHeader plan,
            Actor actor,
            Locale locale,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        try {
            SavedView view = views.save(actor, name, query, shared);
            told.addFlashAttribute("savedView", view.name());
            return "redirect:" + view.address();
        } catch (RefusedException refused) {
            model.addAttribute("viewName", name);
            model.addAttribute("viewQuery", query);
            return refused(plan, actor, locale, refused, model, response);
        }
    }

    @PostMapping("/items/views/{id}/forget")
    String forget(
            PlanHeader plan,
            Actor actor,
            Locale locale,
            @PathVariable long id,
            Model model,
            HttpServletResponse response) {
        try {
            views.forget(actor, id);
            return "redirect:" + ItemFilter.PATH;
        } catch (RefusedException refused) {
            return refused(plan, actor, locale, refused, model, response);
        }
    }

    private String refused(
            PlanHeader plan,
            Actor actor,
            Locale locale,
            RefusedException refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(refused.status().value());
        model.addAttribute("refused", refused);
        ItemFilter filter = ItemFilter.NONE;
        model.addAttribute("filter", filter);
        return items(plan, actor, locale, filter, false, false, model, response);
    }
}
