package org.plenish.engine.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A small good dataset folder, of which a test changes one thing. */
final class DatasetFolderFixture {

    private final Path folder;

    private DatasetFolderFixture(Path folder) {
        this.folder = folder;
    }

    /** Two items in two warehouses from one supplier; nothing to complain about. */
    static DatasetFolderFixture good(Path folder) {
        return new DatasetFolderFixture(folder)
                .with("dataset.yaml", "name: Small", "currency: EUR")
                .with("items.csv", "item,unit_cost", "BOLT,0.25", "DRILL,49.90")
                .with("warehouses.csv", "warehouse", "NORTH", "SOUTH")
                .with("suppliers.csv", "supplier,lead_time_days", "ACME,14")
                .with("item_suppliers.csv", "item,supplier", "BOLT,ACME", "DRILL,ACME")
                .with("stock.csv", "item,warehouse,on_hand", "BOLT,NORTH,100", "DRILL,SOUTH,5")
                .with(
                        "sales.csv",
                        "date,item,warehouse,quantity",
                        "2026-11-20,BOLT,NORTH,7",
                        "2026-11-22,DRILL,SOUTH,1");
    }

    DatasetFolderFixture with(String file, String... lines) {
        return withBytes(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    DatasetFolderFixture withBytes(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    DatasetFolderFixture without(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ImportResult read() {
        return DatasetReader.read(folder);
    }

    /** All problems of all severities, as they are printed. */
    List<String> problems() {
        return read().report().listed().stream().map(ImportProblem::toString).toList();
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
