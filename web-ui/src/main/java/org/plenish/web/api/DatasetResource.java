package org.plenish.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a dataset's files from an ERP, all or none. */
@RestController
@RequestMapping("/api/v1/datasets")
class DatasetResource {

    private static final String ZIP = "application/zip";

    private final PushedDatasets datasets;
    private final Idempotency idempotency;

    DatasetResource(PushedDatasets datasets, Idempotency idempotency) {
        this.datasets = datasets;
        this.idempotency = idempotency;
    }

    @PostMapping
    ResponseEntity<String> push(
            @RequestAttribute(ApiTokenFilter.ACTOR) Actor actor,
            @RequestHeader(name = Idempotency.KEY, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        Access.require(actor, Role.PLANNER);
        if (!ZIP.equalsIgnoreCase(request.getContentType())) {
            throw new ApiProblem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type " + request.getContentType() + " must be " + ZIP + ".");
        }
        PushedDatasets.Checked checked = datasets.check(request.getInputStream());
        try {
            return idempotency.once(actor, key, "dataset " + checked.fingerprint(), () -> {
                PushedDatasets.Pushed pushed = datasets.keep(checked, actor);
                return ResponseEntity.status(pushed.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(pushed);
            });
        } finally {
            PushedDatasets.discard(checked.incoming());
        }
    }
}
