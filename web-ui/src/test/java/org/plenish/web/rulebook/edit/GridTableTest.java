package org.plenish.web.rulebook.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenish.rules.BookFiles;
import org.plenish.rules.table.Workbook;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class GridTableTest {

    private static final Map<String, byte[]> STANDARD = BookFiles.standard().bytesByName();

    private static final GridTable TABLE = GridTable.read("t.csv", """
                    match,first
                    rule,abcClass,supply.leadTimeDays,stopBuy,then serviceTarget,explain
                    SVC-010 A sells,A|B,>= 30,,0.98,"Class {abcClass}, slow."
                    SVC-020 the rest,not B|A,,true,0.90,Seldom.
                    """).orElseThrow();

    @Test
    void writesEveryStandardTableAsItWasWhetherChangedOrNot() {
        List<String> tables =
                STANDARD.keySet().stream().filter(name -> name.endsWith(".csv")).toList();
        assertThat(tables).hasSize(13);
        for (String name : tables) {
            String text = new String(STANDARD.get(name), UTF_8);
            GridTable table = GridTable.read(name, text).orElseThrow();
            assertThat(table.toCsv()).as(name).isEqualTo(text);
            // The form as the page shows it, sent back untouched.
            GridTable sent =
                    new GridForm(form(table)).addTo(table, 0, table.rows().size());
            assertThat(sent.toCsv()).as(name).isEqualTo(text);
            // By way of a spreadsheet.
            List<org.plenish.rules.problem.Problem> problems = new ArrayList<>();
            byte[] workbook = Workbook.write(table.sheet(name));
            assertThat(GridTable.of(Workbook.read(name, workbook, problems))
                            .orElseThrow()
                            .toCsv())
                    .as(name)
                    .isEqualTo(text);
        }
    }

    private static MultiValueMap<String, String> form(GridTable table) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        List<GridColumn> columns = GridColumn.of(table.header());
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                String place = row + "." + column;
                GridColumn.Cell cell =
                        columns.get(column).cell(column, table.rows().get(row).get(column));
                if (cell.control() == GridColumn.Control.SOME_OF) {
                    cell.options().stream()
                            .filter(GridColumn.Option::chosen)
                            .forEach(option -> form.add("v" + place, option.value()));
                    if (cell.not()) {
                        form.add("n" + place, "true");
                    }
                } else {
                    form.add("c" + place, cell.text());
                }
            }
        }
        return form;
    }

    @Test
    void chosenValuesAreWrittenInTheOrderOfTheVocabulary() {
        MultiValueMap<String, String> form = form(TABLE);
        form.put("v0.1", List.of("C", "A"));
        form.put("v1.1", List.of());
        form.put("c0.2", List.of(" 30..60\r\n "));
        GridTable changed = new GridForm(form).addTo(TABLE, 0, 2);
        assertThat(changed.rows().get(0))
                .containsExactly("SVC-010 A sells", "A|C", "30..60", "", "0.98", "Class {abcClass}, slow.");
        assertThat(changed.rows().get(1).get(1)).isEmpty();
        // Rows that were not shown stay, whatever else is sent.
        assertThat(new GridForm(form).addTo(TABLE, 1, 1).rows().get(0))
                .isEqualTo(TABLE.rows().get(0));
    }

    @Test
    void rowsAreAddedCopiedMovedAndRemoved() {
        assertThat(TABLE.added().rows().get(2)).containsExactly("SVC-030 new rule", "", "", "", "", "");
        assertThat(TABLE.copied(0).rows().get(1).get(0)).isEqualTo("SVC-011 A sells");
        assertThat(TABLE.copied(0).rows()).hasSize(3);
        assertThat(TABLE.moved(0, 1).rows())
                .containsExactly(TABLE.rows().get(1), TABLE.rows().get(0));
        assertThat(TABLE.moved(0, -1)).isEqualTo(TABLE);
        assertThat(TABLE.removed(0).rows()).containsExactly(TABLE.rows().get(1));
    }

    @Test
    void aConditionComesBeforeTheAnswers() {
        GridTable wider = TABLE.withColumn("xyzClass").withColumn("then reviewDays");
        assertThat(wider.header())
                .containsExactly(
                        "rule",
                        "abcClass",
                        "supply.leadTimeDays",
                        "stopBuy",
                        "xyzClass",
                        "then serviceTarget",
                        "then reviewDays",
                        "explain");
        assertThat(wider.withoutColumn(6).withoutColumn(4)).isEqualTo(TABLE);
    }

    @Test
    void aProblemIsTakenToItsRowEvenWhereATextFillsTwoLines() {
        GridTable table = TABLE.withRow(0, List.of("SVC-010 A\nsells", "A", "", "", "0.98", "Why."));
        // Lines 3 and 4 are of the first row, so the second begins in line 5.
        Finding second = new Finding(true, "t.csv", 5, 5, "wrong", "mend it", -1);
        Finding header = new Finding(true, "t.csv", 2, 1, "wrong", "mend it", -1);
        assertThat(table.placed(List.of(second, header)))
                .extracting(Finding::row)
                .containsExactly(1, -1);
    }

    @Test
    void aTextThatIsNoTableIsNoGrid() {
        assertThat(GridTable.read("t.csv", "")).isEmpty();
        assertThat(GridTable.read("t.csv", "match,first\nrule,explain\nA-1 one\n"))
                .isEmpty();
        assertThat(GridTable.read("t.csv", "match,often\nrule,explain\n")).isEmpty();
    }
}
