package org.plenish.web.today;

/** What became of what a person did about an alert, told where it stands. */
public record Told(Panel panel, int rank, boolean done, String message) {

    static Told of(AlertPlace place, boolean done, String message) {
        return new Told(place.panel(), place.rank(), done, message);
    }

    public boolean isAbout(Alert alert) {
        return alert.panel() == panel && alert.rank() == rank;
    }

    /** The identifier of the alert's place on the page. */
    public String place() {
        return panel.anchor() + "-" + rank;
    }
}
