package org.plenish.web.export;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who buys, and how suppliers are reached.
 *
 * @param companyId by which suppliers know the buyer; also the sender of EDI interchanges
 * @param companyName as printed on orders; blank: the dataset's name
 * @param partners a CSV file with the columns {@code supplier,email,interchange_id}; null: no supplier has an address, and
 *     each is known to EDI by its id
 * @param mailFrom the buyer's address, from which orders are mailed; needed once {@code spring.mail.host} is set
 * @param fonts TrueType files for characters that the shipped font has not, such as Chinese
 */
@ConfigurationProperties("plenish.export")
public record ExportProperties(
        @DefaultValue("PLENISH") String companyId,
        @DefaultValue("") String companyName,
        @Nullable Path partners,
        @DefaultValue("") String mailFrom,
        @DefaultValue List<Path> fonts) {

    public ExportProperties {
        fonts = List.copyOf(fonts);
    }

    /** @param datasetName what the buyer is called if it is not configured */
    public Party buyer(String datasetName) {
        return new Party(companyId, companyName.isBlank() ? datasetName : companyName);
    }
}
