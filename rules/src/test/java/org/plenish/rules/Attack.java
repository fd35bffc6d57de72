package org.plenish.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.sandbox.SandboxCompiler;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;
import org.yaml.snakeyaml.Yaml;

/** One entry of {@code attacks/attacks.yaml}, which says what its words mean. */
record Attack(Map<String, Object> words) {

    private static final String RULE = """
            rule "%s"
                @explain("%s")
                %s
            when
                %s
            then
                %s
            end
            """;

    private static final String CONCLUSION = "conclude.abcClass( AbcClass.A );";

    /** In compiled rules a conclusion is the number of its rule. */
    private static final Pattern ANSWER = Pattern.compile("conclude\\.(?:"
            + Question.of(Topic.POLICY).stream().map(Question::word).collect(Collectors.joining("|"))
            + ")\\( ?[\\w.]+ ?\\)");

    /** Without it a consequence would already be refused for not concluding anything. */
    private static final String USE = "Object used = conclude; ";

    private static final String HEADER = "package " + SandboxCompiler.PACKAGE + "; "
            + RuleSurface.ALL.facts().stream()
                    .map(Class::getCanonicalName)
                    .sorted()
                    .map(name -> "import " + name + "; ")
                    .collect(Collectors.joining())
            + "global org.plenish.rules.Conclude conclude; ";

    static List<Attack> all() {
        try (InputStream in = Attack.class.getResourceAsStream("/attacks/attacks.yaml")) {
            List<Map<String, Object>> entries = new Yaml().load(in);
            return entries.stream().map(Attack::new).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String id() {
        return word("id", "");
    }

    String kind() {
        return word("kind", "");
    }

    String file() {
        return word("file", "attack.drl");
    }

    boolean is(String word, String value) {
        return word(word, "").equals(value);
    }

    String word(String word, String otherwise) {
        return String.valueOf(words.getOrDefault(word, otherwise));
    }

    /** The file as its author would hand it in. */
    String text(Path canary) {
        return written().replace("{canary}", canary.toString());
    }

    /** What reaches the sandbox if nobody looked at the file. */
    @Nullable
    String drl(Path canary) {
        String drl = word("drl", file().endsWith(".drl") ? written() : "none");
        if (drl.equals("none")) {
            return null;
        }
        String pasted = (drl.startsWith("package ") ? "" : HEADER)
                + drl.replace("{canary}", canary.toString())
                        .replace(
                                "then\n    " + word("then", CONCLUSION), "then\n    " + USE + word("then", CONCLUSION));
        return ANSWER.matcher(pasted)
                .replaceAll("conclude.fire( 0 )")
                .replace("conclude.reviewDays(", "conclude.fire(");
    }

    private String written() {
        if (words.get("repeat") instanceof List<?> parts) {
            StringBuilder text = new StringBuilder((String) parts.get(0));
            for (int i = 0; i < (Integer) parts.get(2); i++) {
                text.append(((String) parts.get(1)).replace("{n}", String.valueOf(i)));
            }
            return text.append(parts.get(3)).toString();
        }
        return word(
                "text",
                RULE.formatted(
                        word("name", "ABC-010 all are class A"),
                        word("explain", "Because."),
                        word("attributes", ""),
                        word("when", "SkuLocationProfile()"),
                        word("then", CONCLUSION)));
    }

    @Override
    public String toString() {
        return kind() + ": " + id();
    }
}
