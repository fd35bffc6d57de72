package org.plenish.web.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.TransferDocument;
import org.plenish.web.export.TransferDocuments;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Transfers for a warehouse system to fetch. */
@RestController
@RequestMapping("/api/v1/transfers")
class TransferResource {

    private static final int MOST_A_PAGE = 100;

    private final TransferDocuments documents;

    TransferResource(TransferDocuments documents) {
        this.documents = documents;
    }

    /** @param next to be sent as {@code after} for the next page; null: there is none */
    record Page(List<TransferDocument> transfers, @Nullable String next) {}

    @GetMapping
    Page transfers(@RequestParam @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_A_PAGE) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "limit " + limit + " must be between 1 and " + MOST_A_PAGE + ".");
        }
        List<String> numbers = documents.numbers(after, limit + 1);
        List<String> shown = numbers.subList(0, Math.min(limit, numbers.size()));
        return new Page(
                shown.stream()
                        .map(number -> documents.find(number).orElse(null))
                        .filter(Objects::nonNull)
                        .toList(),
                numbers.size() > limit ? shown.get(limit - 1) : null);
    }

    @GetMapping("/{number}")
    TransferDocument transfer(@PathVariable String number) {
        return documents
                .find(number)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "There is no transfer " + number + "."));
    }
}
