package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.rules.BookFiles;

class RulesCheckCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeStandardBook() throws IOException {
        for (Map.Entry<String, byte[]> file : BookFiles.standard().bytesByName().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private int check(Path book) {
        return PlenishCommand.create(properties -> true, new NoRecords())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("rules", "check", book.toString());
    }

    @Test
    void findsNothingWrongWithTheStandardBook() {
        assertThat(check(folder)).as(err.toString()).isZero();
        assertThat(out.toString()).matches("\\d+ rules in \\d+ files: 0 errors, 0 warnings\\R");
    }

    @Test
    void tellsEveryMistakeWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("more.drl"), """
                rule "EVL-010 counts letters"
                    @explain("x")
                when
                    SkuLocationProfile( stock.onHandUnits < "abc" )
                then
                    conclude.stopBuy( true );
                end
                """);

        assertThat(check(folder)).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("more.drl line 4, column 45: stock.onHandUnits cannot be compared with \"abc\":"
                        + " it is a whole number.");
        assertThat(out.toString()).contains(": 1 errors, 0 warnings");
    }

    @Test
    void tellsRulesThatAnswerTheSame() throws IOException {
        Files.writeString(
                folder.resolve("more.csv"),
                "match,single\nrule,abcClass,then reviewDays,explain\nREV-900 again,A,3,Again.\n");

        assertThat(check(folder)).isEqualTo(3);
        assertThat(err.toString())
                .contains("\"REV-010 what is not bought here is looked at weekly\" and \"REV-900 again\"");
    }

    @Test
    void warnsOfRulesThatNoTestSees() throws IOException {
        Files.delete(folder.resolve("tests/exceptions.yaml"));

        assertThat(check(folder)).isZero();
        assertThat(err.toString())
                .contains(
                        "warning: exceptions-shortages.csv line 3: no test sees EXC-010 fire, and none sees it keep silent.");
    }

    @Test
    void aFolderThatIsNoneIsNamed() {
        assertThat(check(folder.resolve("nowhere"))).isEqualTo(3);
        assertThat(err.toString()).contains("nowhere: must be the folder of a rule book, but is none.");
    }
}
