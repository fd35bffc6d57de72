package org.plenish.web.dataset;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plenish.web.run.FileFingerprints;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored datasets as an import leaves them, made of the smallest one of the scenarios by SQL. */
public final class DatasetsAtHand {

    private static final Path SOURCE =
            Path.of(System.getProperty("plenish.root", ".."), "scenarios", "data", "tea-and-lamps");

    /** In none of them does a customer or a promotion change a plan. */
    private static final List<Sale> HOSTILE_SALES = List.of(
            new Sale("TEA", 3, "3.50", "Smith, \"Bob\" & Co", "=cmd|'/c calc'!A0"),
            new Sale("TEA", -1, "100.00", "two\nlines", "\\."),
            new Sale("MUG", 2, "0.000", " NULL ", "- -"),
            new Sale("JAM", 1, "1.250", "Übergröße €", ""));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public DatasetsAtHand(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Sale(String item, int units, String unitPrice, String customer, String promotion) {}

    /** @return its number */
    public long store(String name) throws IOException {
        return store(name, Map.of());
    }

    /**
     * Stores a dataset.
     *
     * @param instead files that are others than those of the scenario
     * @return its number
     */
    public long store(String name, Map<String, String> instead) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(SOURCE)) {
            for (Path file : found.filter(path -> path.toString().matches(".*\\.(csv|yaml)"))
                    .toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        // So that no two datasets are the same.
        String yaml = text(files, "dataset.yaml").replaceAll("(?m)^source: .*$", "");
        files.put("dataset.yaml", (yaml + "source: '" + name + "'\n").getBytes(StandardCharsets.UTF_8));
        instead.forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
        List<String[]> sales = sales(text(files, "sales.csv"));
        files.put("sales.csv", canonical(sales).getBytes(StandardCharsets.UTF_8));
        FileFingerprints fingerprints = FileFingerprints.of(files);
        long dataset = jdbc.sql("""
                        INSERT INTO dataset (name, fingerprint, origin, plan_date, currency, items, warehouses, suppliers,
                            created_at, created_by)
                        VALUES (:name, :fingerprint, 'UPLOAD', DATE '2026-11-23', 'EUR', 4, 2, 2, now(), 'rosa')
                        RETURNING id""")
                .param("name", name)
                .param("fingerprint", fingerprints.fingerprint())
                .query(Long.class)
                .single();
        files.forEach((file, bytes) -> {
            long content = content(file, fingerprints.sha256ByName().get(file), bytes, sales);
            jdbc.sql("INSERT INTO dataset_file VALUES (?, ?, ?)")
                    .params(dataset, file, content)
                    .update();
        });
        return dataset;
    }

    /** The same file is kept once. */
    private long content(String name, String sha256, byte[] bytes, List<String[]> sales) {
        return jdbc.sql("SELECT id FROM dataset_content WHERE name = ? AND sha256 = ?")
                .params(name, sha256)
                .query(Long.class)
                .optional()
                .orElseGet(() -> insert(name, sha256, bytes, sales));
    }

    private long insert(String name, String sha256, byte[] bytes, List<String[]> sales) {
        boolean inRows = name.equals("sales.csv");
        long lines = new String(bytes, StandardCharsets.UTF_8).lines().count();
        long content = jdbc.sql("""
                        INSERT INTO dataset_content (name, sha256, row_count, byte_count, content)
                        VALUES (:name, :sha256, :rows, :size, :content) RETURNING id""")
                .param("name", name)
                .param("sha256", sha256)
                .param("rows", inRows ? sales.size() : name.endsWith(".csv") ? lines - 1 : 0)
                .param("size", bytes.length)
                .param("content", inRows ? null : bytes)
                .query(Long.class)
                .single();
        if (inRows) {
            long[] line = {1};
            batches.batchUpdate(
                    "INSERT INTO sales_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    sales.stream()
                            .map(row -> new Object[] {
                                content,
                                line[0]++,
                                LocalDate.parse(row[0]),
                                row[1],
                                row[2],
                                Integer.parseInt(row[3]),
                                row[4] == null ? null : new BigDecimal(row[4]),
                                row[5],
                                row[6]
                            })
                            .toList());
        }
        return content;
    }

    private static List<String[]> sales(String csv) {
        return Stream.concat(
                        csv.lines().skip(1).map(line -> line.split(",")).map(cells ->
                                new String[] {cells[0], cells[1], cells[2], cells[3], null, "", ""}),
                        HOSTILE_SALES.stream().map(sale -> new String[] {
                            "2026-11-20",
                            sale.item(),
                            "NORTH",
                            String.valueOf(sale.units()),
                            sale.unitPrice(),
                            sale.customer(),
                            sale.promotion()
                        }))
                .toList();
    }

    /** As an import writes it to know its SHA-256. */
    private static String canonical(List<String[]> sales) {
        StringBuilder csv = new StringBuilder("date,item,warehouse,quantity,unit_price,customer,promotion\n");
        for (String[] row : sales) {
            String price = row[4] == null
                    ? ""
                    : new BigDecimal(row[4]).stripTrailingZeros().toPlainString();
            csv.append(String.join(",", row[0], row[1], row[2], row[3], price, cell(row[5]), cell(row[6])))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String cell(String text) {
        return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
