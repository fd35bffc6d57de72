package org.plenish.web.today;

/**
 * Which alert a form is about.
 *
 * @param run of the plan that the page showed: ranks are of a plan
 * @param list whether it stood in the list of all and not on the home page
 */
public record AlertPlace(long run, Panel panel, int rank, boolean list) {

    /** The page that it stood on, so that a person comes back there. */
    String address() {
        return list ? filter().firstAddress() + "#" + id() : "/#" + id();
    }

    /** Of the page of the list that it stands on. */
    AlertFilter filter() {
        int before = (rank - 1) / AlertQueries.ALERTS_A_PAGE * AlertQueries.ALERTS_A_PAGE;
        return new AlertFilter(panel, null, null, before == 0 ? null : before);
    }

    private String id() {
        return panel.anchor() + "-" + rank;
    }
}
