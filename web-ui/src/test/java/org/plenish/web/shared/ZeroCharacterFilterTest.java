package org.plenish.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnFixturePlan
class ZeroCharacterFilterTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void noPageFailsOnAZeroCharacterInItsAddress() {
        TestLogin.Session planner = TestLogin.as(port, Role.PLANNER);
        for (String path :
                new String[] {"/value?category=%00", "/data-quality?warehouse=%00", "/forecast?item=%00", "/items?q=%00"
                }) {
            assertThat(planner.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(planner.get("/item?item=%00&warehouse=x").statusCode()).isEqualTo(404);
        assertThat(planner.get("/items?q=lan%00tern").body()).contains("lantern");
    }
}
