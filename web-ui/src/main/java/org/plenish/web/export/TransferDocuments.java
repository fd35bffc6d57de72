package org.plenish.web.export;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where transfers come from that go out. */
public interface TransferDocuments {

    Optional<TransferDocument> find(String number);

    /**
     * By their numbers.
     *
     * @param after the last one of the page before; null: from the beginning
     */
    List<String> numbers(@Nullable String after, int limit);
}
