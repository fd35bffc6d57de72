package org.plenish.web.rulebook.edit;

/** Where a page of a draft leads to. */
public record EditLinks(long draftId) {

    /** @param line to go to; 0: the file as it is opened */
    public String file(String name, int line) {
        return EditAddress.of(draftId, name, line);
    }
}
