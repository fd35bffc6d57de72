package org.plenish.web.dataset;

import java.util.List;
import org.plenish.web.shared.PageAddress;

/** Some of the datasets, latest first. */
public record DatasetPage(List<StoredDataset> datasets, boolean hasOlder) {

    static final int DATASETS_A_PAGE = 50;

    public DatasetPage {
        datasets = List.copyOf(datasets);
    }

    public String olderAddress() {
        return PageAddress.of("/datasets")
                .with("before", datasets.get(datasets.size() - 1).id())
                .toString();
    }
}
