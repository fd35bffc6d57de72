package org.plenish.web.export;

import java.util.List;
import java.util.Optional;

/** Where purchase orders come from that go out. */
public interface OrderDocuments {

    Optional<OrderDocument> find(String number);

    /** At most as many as the filter says. */
    List<OrderSummary> list(OrderFilter filter);
}
