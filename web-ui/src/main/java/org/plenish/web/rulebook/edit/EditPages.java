package org.plenish.web.rulebook.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plenish.rules.BookFiles;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.web.rulebook.Draft;
import org.plenish.web.rulebook.Drafts;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of one file. */
@Component
class EditPages {

    private static final int SHOWN_CHARACTERS = 80;

    private final Drafts drafts;
    private final CheckDesk desk;
    private final ValuesInPlan values;
    private final MessageSource texts;

    EditPages(Drafts drafts, CheckDesk desk, ValuesInPlan values, MessageSource texts) {
        this.drafts = drafts;
        this.desk = desk;
        this.values = values;
        this.texts = texts;
    }

    /** A file in the list of all. */
    public record FileLink(String name, String address, boolean current) {}

    /** The draft, which must hold the file. */
    Draft draft(long id, String name) {
        Draft draft = drafts.get(id);
        if (!draft.files().containsKey(name)) {
            String shown = name.length() > SHOWN_CHARACTERS ? name.substring(0, SHOWN_CHARACTERS) + "..." : name;
            throw new NothingFoundException("The draft has no file “" + shown.replaceAll("\\p{Cntrl}", "?")
                    + "”. Maybe it was deleted meanwhile.");
        }
        return draft;
    }

    static String kept(Draft draft, String name) {
        return java.util.Objects.requireNonNull(draft.files().get(name));
    }

    static boolean writes(Actor actor, Draft draft) {
        return actor.is(Role.ANALYST) && draft.isOpen();
    }

    /** Errors and warnings of a text, be it kept or not. */
    FileCheck check(Actor actor, Draft draft, String name, String text) {
        return text.equals(kept(draft, name)) || !writes(actor, draft)
                ? desk.kept(drafts.toBookFiles(draft), name)
                : desk.typed(actor, draft.files(), name, text);
    }

    /** How the tests of the draft go, or would go if a text were kept. */
    TestRun tests(Draft draft, String name, String text) {
        Map<String, String> files = new TreeMap<>(draft.files());
        files.put(name, text);
        return desk.tested(BookFiles.of(files));
    }

    /** What every page of a file needs. */
    private void fillFrame(Model model, Actor actor, Draft draft, String name) {
        model.addAttribute("draft", draft);
        model.addAttribute("name", name);
        model.addAttribute("address", EditAddress.of(draft.id(), name));
        model.addAttribute("links", new EditLinks(draft.id()));
        model.addAttribute("writes", writes(actor, draft));
        model.addAttribute(
                "files",
                draft.files().keySet().stream()
                        .map(file -> new FileLink(file, EditAddress.of(draft.id(), file), file.equals(name)))
                        .toList());
    }

    /** The file as text, as it is kept or as it was typed. */
    String text(Model model, Actor actor, Draft draft, String name, String text) {
        fillFrame(model, actor, draft, name);
        model.addAttribute("text", text);
        model.addAttribute("lines", text.chars().filter(c -> c == '\n').count() + 1);
        model.addAttribute("table", name.endsWith(".csv"));
        model.addAttribute("mode", name.endsWith(".drl") ? "drools" : name.endsWith(".yaml") ? "yaml" : "text");
        model.addAttribute("words", words(name, text, values.byWord()));
        if (!model.containsAttribute("check")) {
            model.addAttribute("check", check(actor, draft, name, text));
        }
        return "rulebook/edit";
    }

    /** A table as a grid; as text where it is none. */
    String grid(Model model, Actor actor, Draft draft, String name, String text, int page) {
        Optional<GridTable> table = GridTable.read(name, text);
        if (table.isEmpty()) {
            model.addAttribute("noGrid", true);
            return text(model, actor, draft, name, text);
        }
        fillFrame(model, actor, draft, name);
        FileCheck check = check(actor, draft, name, text);
        Map<String, List<String>> seen = values.byWord();
        FileCheck placed = placed(check, table.get(), seen);
        model.addAttribute("check", placed);
        model.addAttribute("grid", GridView.of(table.get(), page, placed.here(), seen));
        model.addAttribute("words", words(name, text, seen));
        return "rulebook/edit-table";
    }

    /** The page of a grid that shows a line of its file. */
    static int pageAt(String name, String text, int line) {
        return GridTable.read(name, text)
                .map(table -> GridView.pageOf(table, table.rowAt(line)))
                .orElse(1);
    }

    /**
     * The same for a grid: each finding with its row, and one more for each value that the current plan does not have, as
     * whoever types it has most likely mistyped it.
     */
    FileCheck placed(FileCheck check, GridTable table, Map<String, List<String>> seen) {
        List<Finding> here = new ArrayList<>(table.placed(check.here()));
        table.strangers(seen).stream()
                .limit(FileCheck.MOST)
                .map(stranger -> stranger.finding(texts))
                .forEach(here::add);
        return new FileCheck(here, check.elsewhere(), check.more(), check.complete());
    }

    /** The topics that the file may speak of. */
    private static List<WordList> words(String name, String text, Map<String, List<String>> seen) {
        if (name.endsWith(".drl")) {
            return List.of(WordList.of(Topic.POLICY, seen));
        }
        if (name.endsWith(".csv")) {
            Topic topic = GridTable.read(name, text)
                    .map(table -> GridColumn.topic(table.header()))
                    .orElse(Topic.POLICY);
            return List.of(WordList.of(topic, seen));
        }
        Topic about = Arrays.stream(Topic.values())
                .filter(topic -> text.contains("about: " + topic.word()))
                .findFirst()
                .orElse(Topic.POLICY);
        return List.of(WordList.of(about, seen));
    }
}
