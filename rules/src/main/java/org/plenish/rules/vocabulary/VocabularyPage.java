package org.plenish.rules.vocabulary;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.plenish.rules.condition.PureFunction;

/** The vocabulary as a page for analysts, in Markdown. */
public final class VocabularyPage {

    private VocabularyPage() {}

    public static String text(Vocabulary vocabulary) {
        StringBuilder page = new StringBuilder("""
                # The words of the rule book

                All that rules and decision tables can ask and answer. This page is written by the product from what it reads
                rules by, so it is never behind. Where "may be unknown" stands, a cell may say `unknown` and a rule
                `== null`. Of what is not known, only that, `!=`, `not` and an empty cell are true.

                """);
        section(
                page,
                vocabulary,
                Topic.POLICY,
                "How an article is stocked",
                "Asked for every article in every warehouse. Rule files (`.drl`) and tables.");
        section(
                page,
                vocabulary,
                Topic.FORECAST,
                "By which method it is forecast",
                "Asked first, of what its history shows by itself. Tables only.");
        section(
                page,
                vocabulary,
                Topic.EXCEPTION,
                "What in a plan deserves attention",
                "Asked last, of every situation found in the finished plan. Tables only. Of a situation that is no matter of a"
                        + " single article (space, cash) all about an article is unknown.");
        page.append("## Functions\n\nIn tests of rule files: ")
                .append(Arrays.stream(PureFunction.values())
                        .map(function -> "`" + function.word() + "` (" + (function.isNumeric() ? "numbers" : "texts")
                                + ", " + function.arity() + ")")
                        .collect(Collectors.joining(", ")))
                .append(". `ratio` is unknown where it would divide by zero.\n");
        return page.toString();
    }

    private static void section(
            StringBuilder page, Vocabulary vocabulary, Topic topic, String title, String introduction) {
        page.append("## ").append(title).append("\n\n").append(introduction).append("\n\n");
        page.append("| it can ask | unit | values | meaning |\n|---|---|---|---|\n");
        vocabulary.words(topic).stream()
                .filter(word -> word.question() == null)
                .forEach(word -> row(page, "`" + word.path() + "`", word.unit(), values(word), word.meaning()));
        page.append("\n| it must answer | unit | values | meaning |\n|---|---|---|---|\n");
        for (Question question : Question.of(topic)) {
            Word word = vocabulary.answerTo(question);
            row(page, "`" + question.word() + "`", word.unit(), answers(question), word.meaning());
        }
        page.append('\n');
    }

    private static void row(StringBuilder page, String... cells) {
        page.append(String.join(" | ", cells)
                        .replaceAll("^|$", "|")
                        .replace("|`", "| `")
                        .replaceAll("\\|$", " |"))
                .append('\n');
    }

    private static String values(Word word) {
        String known = switch (word.kind()) {
            case NUMBER, WHOLE_NUMBER -> {
                String range = word.everything()
                        .describe()
                        .replace(", or not known", "")
                        .replace("any", "");
                yield word.kind().phrase() + (range.isEmpty() ? "" : ", " + range);
            }
            case CONSTANT -> constants(word.type());
            default -> word.kind().phrase();
        };
        return word.mayBeUnknown() ? known + "; may be unknown" : known;
    }

    private static String answers(Question question) {
        return question.type().isEnum() ? constants(question.type()) : question.allowed();
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> "`" + constant + "`")
                .collect(Collectors.joining(", "));
    }
}
