package org.plenish.web.rulebook.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Connection;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.Role;

/** Drafts for tests: copies of the book in force. */
final class DraftAtHand {

    private DraftAtHand() {}

    static long create(int port, String name) {
        Connection.Response answer = TestLogin.as(port, Role.ANALYST)
                .post("/rule-book/drafts", Map.of("name", name, "note", "To be edited"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return Long.parseLong(answer.header("Location").replace("/rule-book/drafts/", ""));
    }
}
