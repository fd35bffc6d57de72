package org.plenish.web.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object a line, for programs that watch the log. Every text is exactly as it was hashed: what was before and after
 * are texts that hold JSON, not parts of the object.
 */
final class JsonLines implements TableFormat {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String extension() {
        return "jsonl";
    }

    @Override
    public String mediaType() {
        return "application/jsonl";
    }

    @Override
    public <R> void write(Table<R> table, Iterator<R> rows, OutputStream out) throws IOException {
        while (rows.hasNext()) {
            R row = rows.next();
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            table.columns()
                    .forEach(column -> line.put(column.name(), column.value().apply(row)));
            out.write(JSON.writeValueAsBytes(line));
            out.write('\n');
        }
    }
}
