package org.plenish.web.rulebook.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.rules.BookFiles;

class FileCheckTest {

    private static final BookFiles STANDARD = BookFiles.standard();
    /** Signs that rules and tables are made of, and some that they must not hold. */
    private static final String SIGNS = "\"'(){}[],;:|.<>=!&*@#-\\\n\t\0\uFEFF\uD800€ 0Aa";

    @Test
    void findsNothingWrongWithTheStandardBook() {
        FileCheck check = FileCheck.of(STANDARD, "service-targets.csv");
        assertThat(check.here()).isEmpty();
        assertThat(check.elsewhere()).isEmpty();
        assertThat(check.complete()).isTrue();
    }

    @Test
    void marksAWrongAttributeAtItsPlace() {
        String name = "stop-buy.drl";
        String text = text(name);
        String wrong = text.replaceFirst("override.stopBuy", "override.stopBy");
        int at = wrong.indexOf("override.stopBy");
        int line = (int) wrong.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        FileCheck check = check(name, wrong);
        assertThat(check.here()).isNotEmpty();
        assertThat(check.here().get(0).line()).isEqualTo(line);
        assertThat(check.here().get(0).column()).isEqualTo(at - wrong.lastIndexOf('\n', at));
        assertThat(check.here().get(0).message()).contains("override.stopBy");
        assertThat(check.here().get(0).advice()).contains("override.stopBuy");
        assertThat(check.complete()).isFalse();
    }

    @Test
    void tellsOfWhatAChangeBreaksInOtherFiles() {
        String name = "service-targets.csv";
        FileCheck check = check(name, text(name).replace("SVC-034 ", "SVC-035 "));
        assertThat(check.here()).isEmpty();
        assertThat(check.elsewhere()).extracting(Finding::file).contains("tests/service.yaml");
    }

    /** As often as somebody types within some minutes: cut, with signs lost and with signs put in. */
    @Test
    void alwaysAnswersWhateverTheTextIs() {
        Random random = new Random(8);
        String[] names = STANDARD.bytesByName().keySet().toArray(String[]::new);
        Duration longest = Duration.ZERO;
        for (int round = 0; round < 400; round++) {
            String name = names[round % names.length];
            String text = spoiled(text(name), random);
            Instant start = Instant.now();
            FileCheck check = check(name, text);
            Duration took = Duration.between(start, Instant.now());
            longest = took.compareTo(longest) > 0 ? took : longest;
            int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
            assertThat(check.here()).as(name).allSatisfy(finding -> {
                assertThat(finding.line()).isBetween(0, lines);
                assertThat(finding.message()).isNotBlank();
                assertThat(finding.advice()).isNotBlank();
            });
        }
        assertThat(longest).isLessThan(Duration.ofSeconds(5));
    }

    private static String spoiled(String text, Random random) {
        StringBuilder spoiled = new StringBuilder(text);
        switch (random.nextInt(4)) {
            case 0 -> spoiled.setLength(random.nextInt(text.length() + 1));
            case 1 -> {
                int from = random.nextInt(text.length());
                spoiled.delete(from, Math.min(text.length(), from + 1 + random.nextInt(40)));
            }
            case 2 -> {
                for (int i = 0; i < 3; i++) {
                    spoiled.insert(
                            random.nextInt(spoiled.length() + 1), SIGNS.charAt(random.nextInt(SIGNS.length())));
                }
            }
            default -> spoiled.setCharAt(random.nextInt(text.length()), SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return spoiled.toString();
    }

    private static FileCheck check(String name, String text) {
        return FileCheck.of(STANDARD.with(Map.of(name, text.getBytes(UTF_8))), name);
    }

    private static String text(String name) {
        return new String(STANDARD.bytesByName().get(name), UTF_8);
    }
}
