package org.plenish.web.rulebook.edit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.web.rulebook.Draft;
import org.plenish.web.shared.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the editor asks for while somebody types. */
@RestController
class CheckController {

    private final EditPages pages;
    private final ValuesInPlan values;

    CheckController(EditPages pages, ValuesInPlan values) {
        this.pages = pages;
        this.values = values;
    }

    /**
     * What is wrong with a file as it is typed.
     *
     * @param text of the file; without it the cells of a grid are sent
     * @param from first row of the grid's page, from 0
     * @param count how many rows it shows
     */
    @PostMapping("/rule-book/drafts/{id}/edit/check")
    FileCheck check(
            Actor actor,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int count,
            @RequestParam MultiValueMap<String, String> sent) {
        Draft draft = pages.draft(id, name);
        if (text != null) {
            return pages.check(actor, draft, name, text.replace("\r\n", "\n"));
        }
        Optional<GridTable> table = GridTable.read(name, EditPages.kept(draft, name))
                .map(kept -> new GridForm(sent).addTo(kept, from, count));
        FileCheck check = pages.check(
                actor, draft, name, table.map(GridTable::toCsv).orElseGet(() -> EditPages.kept(draft, name)));
        return table.map(typed -> pages.placed(check, typed, values.byWord())).orElse(check);
    }

    /** The words that the editor completes; what they can be changes with the product and the plan. */
    @GetMapping("/rule-book/vocabulary.json")
    ResponseEntity<List<WordList>> vocabulary() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(WordList.all(values.byWord()));
    }
}
