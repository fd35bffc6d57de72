package org.plenish.web.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what programs may send.
 *
 * @param datasetPacked most bytes of a zipped dataset
 * @param datasetUnpacked most bytes of its files
 */
@ConfigurationProperties("plenish.api")
record ApiProperties(
        @DefaultValue("512MB") DataSize datasetPacked,
        @DefaultValue("4GB") DataSize datasetUnpacked,
        @DefaultValue Webhook webhook) {

    /** @param allowLoopback whether events may go to plain http on this machine, as in tests */
    record Webhook(@DefaultValue("false") boolean allowLoopback) {}
}
