package org.plenish.web.dataset.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dataset of two items that is good as it is, and whose files a test changes. */
final class SmallDataset {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    SmallDataset() {
        with("items.csv", "item,unit_cost,description\nA-1,2.50,Tea towel\nB-2,10,\"Jug, blue\"\n");
        with("warehouses.csv", "warehouse,name\nLEEDS,Leeds\nYORK,York\n");
        with("suppliers.csv", "supplier,name,lead_time_days\nS1,Harbour,14\n");
        with("item_suppliers.csv", "item,supplier\nA-1,S1\nB-2,S1\n");
        with("stock.csv", "item,warehouse,on_hand\nA-1,LEEDS,20\nB-2,YORK,0\n");
        with("sales.csv", """
                date,item,warehouse,quantity,unit_price,customer
                2026-11-02,A-1,LEEDS,3,4.50,Ann
                2026-11-02,A-1,LEEDS,2,4.50,"Bob, Leeds"
                2026-11-03,B-2,YORK,-1,,
                2026-11-04,B-2,YORK,0,12,
                """);
        with("stock_history.csv", "date,item,warehouse,on_hand\n2026-11-02,A-1,LEEDS,5\n2026-11-03,A-1,LEEDS,-2\n");
    }

    SmallDataset with(String name, String text) {
        return with(name, text, StandardCharsets.UTF_8);
    }

    SmallDataset with(String name, String text, Charset charset) {
        return with(name, text.getBytes(charset));
    }

    SmallDataset with(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    SmallDataset without(String name) {
        files.remove(name);
        return this;
    }

    SmallDataset plus(String name, String text) {
        return with(name, new String(files.get(name), StandardCharsets.UTF_8) + text);
    }

    SmallDataset only(String name) {
        files.keySet().retainAll(List.of(name));
        return this;
    }

    /** In a new folder of that name. */
    Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    /** As somebody gives them. */
    List<GivenFile> given(Path folder) throws IOException {
        writeTo(folder);
        List<GivenFile> given = new ArrayList<>();
        files.keySet().forEach(name -> given.add(new GivenFile(name, folder.resolve(name))));
        return given;
    }
}
