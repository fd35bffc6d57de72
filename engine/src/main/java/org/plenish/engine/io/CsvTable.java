package org.plenish.engine.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The columns of one kind of CSV file and what a row of it means. A subclass declares each column once, as a field,
 * and uses it in {@link #read}:
 *
 * <pre>{@code
 * private final Column supplier = required("supplier");
 * private final Column name = optional("name");
 * }</pre>
 *
 * Columns may stand in any order in the file; those not declared here are left aside with a notice.
 */
public abstract class CsvTable {

    /**
     * A declared column.
     *
     * @param name as the contract writes it, lower case
     * @param position in the order of declaration, from 0
     */
    public record Column(String name, boolean required, int position) {}

    private final List<Column> columns = new ArrayList<>();

    /** A column without which the file cannot be read; whether each of its cells must be filled is the row's matter. */
    protected final Column required(String name) {
        return declare(name, true);
    }

    /** A column that may be absent: its cells are then empty. */
    protected final Column optional(String name) {
        return declare(name, false);
    }

    private Column declare(String name, boolean required) {
        Column column = new Column(name, required, columns.size());
        columns.add(column);
        return column;
    }

    final List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    /**
     * Takes one row. Its getters note what is wrong with a cell and return a harmless stand-in, so that a row's
     * problems are all found; keep the row only if {@link CsvRow#isGood()}.
     *
     * @param row valid during this call only
     */
    protected abstract void read(CsvRow row);
}
