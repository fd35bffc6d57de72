package org.plenish.web.dataset.intake;

import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class ImportConfiguration {

    /** The library that reads workbooks keeps its limit for the whole process, and only there. */
    ImportConfiguration() {
        ZipSecureFile.setMaxEntrySize(WorkbookText.MOST_BYTES_OF_A_PART);
    }
}
