package org.plenish.web.item.list;

/**
 * A view of the list that somebody keeps under a name.
 *
 * @param query the address's part behind the question mark
 * @param shared whether everybody sees it
 */
public record SavedView(long id, String owner, String name, String query, boolean shared) {

    public String address() {
        return query.isEmpty() ? ItemFilter.PATH : ItemFilter.PATH + "?" + query;
    }

    public boolean isOf(String userName) {
        return owner.equals(userName);
    }
}
