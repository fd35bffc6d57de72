package org.plenish.web.dataset.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sheet's rows as CSV, as they come; empty ones stay, so that lines keep their numbers. A few bytes of a sheet
 * can name the last cell there is, so what is written is counted as it is written.
 */
final class SheetRows implements XSSFSheetXMLHandler.SheetContentsHandler {

    private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
    private static final int MOST_COLUMNS = SpreadsheetVersion.EXCEL2007.getMaxColumns();
    private static final String SAVE_ANEW = " Maybe the program that wrote it can save it as CSV UTF-8.";

    private final OutputStream out;
    private final String name;
    private final UnpackedBytes left;
    private final List<String> cells = new ArrayList<>();
    private @Nullable CanonicalCsv csv;
    private int nextRow;
    private int width;

    SheetRows(OutputStream out, String name, UnpackedBytes left) {
        this.out = out;
        this.name = name;
        this.left = left;
    }

    @Override
    public void startRow(int row) {
        if (row < 0 || row >= MOST_ROWS) {
            throw new ImportRefusedException(
                    name + " has a row " + (row + 1L) + "; a sheet has rows 1 to " + MOST_ROWS + "." + SAVE_ANEW);
        }
        while (nextRow < row) {
            write();
        }
    }

    /** @param reference null: it is the cell next to the one before */
    @Override
    public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
        int column = reference == null ? cells.size() : new CellReference(reference).getCol();
        if (column < 0 || column >= MOST_COLUMNS || cells.size() >= MOST_COLUMNS) {
            throw new ImportRefusedException(name + " has a cell " + (reference == null ? "" : reference + " ")
                    + "beyond the " + MOST_COLUMNS + " columns of a sheet." + SAVE_ANEW);
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(value == null ? "" : value);
    }

    @Override
    public void endRow(int row) {
        write();
    }

    private void write() {
        width = csv == null ? cells.size() : width;
        while (cells.size() < width) {
            cells.add("");
        }
        if (csv == null) {
            csv = new CanonicalCsv(cells, this::write);
        } else {
            csv.row(cells);
        }
        cells.clear();
        nextRow++;
    }

    private void write(byte[] bytes) {
        left.take(bytes.length, name);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() {
        if (csv != null) {
            csv.finish("", null);
        }
    }
}
