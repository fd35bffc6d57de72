package org.plenish.web.rulebook.edit;

import org.springframework.web.util.UriComponentsBuilder;

/** Where a draft's files are edited. */
final class EditAddress {

    private EditAddress() {}

    /** @param name such as {@code tests/service.yaml}, whose folder is a part of the path */
    static String of(long draftId, String name) {
        return UriComponentsBuilder.fromPath("/rule-book/drafts/{id}/files")
                .pathSegment(name.split("/", -1))
                .encode()
                .buildAndExpand(draftId)
                .toUriString();
    }

    /** The same at a line. */
    static String of(long draftId, String name, int line) {
        return of(draftId, name) + (line > 0 ? "?as=text&line=" + line : "");
    }
}
