package org.plenish.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.SkuLocationProfile;

class StandardRuleBookTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "rulebook");

    private static RuleBook book;

    @BeforeAll
    static void compile() {
        book = RuleBook.standard();
    }

    @Test
    void holdsEveryFileOfItsFolder() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(BookFiles.STANDARD);
        }
    }

    /** Exactly one answer to each question: none or two would throw. */
    @Test
    void decidesEverySkuLocationWhateverItIs() {
        List<SkuLocationProfile> profiles = Profiles.random(7, 20_000);

        List<PolicyChoice> choices = new DroolsPolicyEngine(book, 1).decide(profiles);

        assertThat(choices)
                .extracting(PolicyChoice::location)
                .containsExactlyElementsOf(
                        profiles.stream().map(SkuLocationProfile::location).toList());
    }

    @Test
    void answersTheSameWithAnyNumberOfThreads() {
        List<SkuLocationProfile> profiles = Profiles.random(8, 3_001);

        List<PolicyChoice> one = new DroolsPolicyEngine(book, 1).decide(profiles);

        assertThat(new DroolsPolicyEngine(book, 5).decide(profiles)).isEqualTo(one);
    }

    /** Reverses the rules of each file and gives the files other names, so that all load in another order. */
    @Test
    void answersTheSameInAnyOrderOfRulesAndFiles() {
        List<SkuLocationProfile> profiles = Profiles.random(9, 3_000);
        List<String> names =
                BookFiles.STANDARD.stream().filter(BookFiles::isRules).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(names, new Random(3));
        Map<String, String> shuffled = new LinkedHashMap<>();
        for (String name : names) {
            String ending = name.substring(name.length() - 4);
            shuffled.put("file" + shuffled.size() + ending, reversed(read(name), ending));
        }
        RuleBook other = RuleBook.compile(shuffled);

        List<PolicyChoice> choices = new DroolsPolicyEngine(other, 1).decide(profiles);

        assertThat(choices.stream().map(StandardRuleBookTest::withoutPlaces))
                .containsExactlyElementsOf(new DroolsPolicyEngine(book, 1)
                        .decide(profiles).stream()
                                .map(StandardRuleBookTest::withoutPlaces)
                                .toList());
    }

    private static List<String> withoutPlaces(PolicyChoice choice) {
        return choice.conclusions().stream()
                .map(conclusion -> conclusion.question() + " " + conclusion.answer() + " by " + conclusion.ruleId()
                        + ": " + conclusion.text())
                .toList();
    }

    /** The order of rows is the meaning of a table that says {@code match,first}: it is left. */
    private static String reversed(String text, String ending) {
        if (text.startsWith("match,first")) {
            return text;
        }
        boolean isTable = ending.equals(".csv");
        List<String> parts = new ArrayList<>(List.of(text.split(isTable ? "\n" : "(?m)(?=^rule )")));
        Collections.reverse(parts.subList(isTable ? 2 : 1, parts.size()));
        return String.join("\n", parts);
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
