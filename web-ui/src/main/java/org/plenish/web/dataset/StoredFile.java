package org.plenish.web.dataset;

/**
 * A file of a dataset.
 *
 * @param rowCount below the header; 0 of dataset.yaml
 * @param sha256 of the file as it is written out
 * @param inRows whether its rows are kept one by one, not as bytes
 */
public record StoredFile(String name, long contentId, String sha256, long rowCount, long byteCount, boolean inRows) {

    public boolean isTable() {
        return name.endsWith(".csv");
    }
}
