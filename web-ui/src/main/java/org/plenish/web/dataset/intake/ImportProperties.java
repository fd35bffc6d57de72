package org.plenish.web.dataset.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what people may upload.
 *
 * @param unpacked most bytes of the files of one import, unpacked
 * @param workbook most bytes of a workbook, whose texts are held in memory
 * @param shortFile most bytes of any file but sales and stock_history, which are the ones not held in memory
 */
@ConfigurationProperties("plenish.import")
record ImportProperties(
        @DefaultValue("4GB") DataSize unpacked,
        @DefaultValue("64MB") DataSize workbook,
        @DefaultValue("256MB") DataSize shortFile) {}
