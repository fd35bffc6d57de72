package org.plenish.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.plenish.web.uncertainty.UncertaintyAtHand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page of the product in windows of three widths, light and dark: none is wider than its window, and axe finds
 * nothing on any. A page that is not listed here is a failure. With {@code -Dplenish.screenshots=DIR} it leaves pictures.
 */
@OnFixturePlan
@ExtendWith(InChromium.class)
class EveryPageTest {

    private static final Map<String, String> OF_BUYER = Map.ofEntries(
            entry("today", "/"),
            entry("plan", "/plan"),
            entry("alerts", "/alerts"),
            entry("exceptions", "/exceptions"),
            entry("orders", "/purchase-orders"),
            entry("order", "/purchase-orders/PO-0001"),
            entry("change", "/purchase-orders/PO-0002/change?change=ADD&item=ART-1005&units=36&date=2027-01-04"),
            entry("transfers", "/transfers"),
            entry("transfer", "/transfers/TR-0001"),
            entry("change-transfer", "/transfers/TR-0001/change?change=ORDER_DATE&date=2027-01-04"),
            entry("receipts", "/receipts"),
            entry("items", "/items"),
            entry("item", "/item?item=ART-1003&warehouse=BRISTOL"),
            entry("item-changes", "/item/changes?item=ART-1003&warehouse=BRISTOL"),
            entry("why", "/explanations/PO-0001/1"),
            entry("warehouses", "/warehouses"),
            entry("warehouse", "/warehouses?warehouse=LEEDS"),
            entry("suppliers", "/suppliers"),
            entry("supplier", "/suppliers?supplier=S02"),
            entry("value", "/value"),
            entry("data-quality", "/data-quality"),
            entry("stock-counts", "/data-quality/counts"),
            entry("rule-book", "/rule-book"),
            entry("rule-file", "/rule-book/files?name=service-targets.csv"),
            entry("rule", "/rule-book/rules?id=SVC-010"),
            entry("rules-of-item", "/rule-book/item?item=ART-1003&warehouse=BRISTOL"),
            entry("rule-versions", "/rule-book/versions"),
            entry("forecast-changes", "/forecast/changes"),
            entry("overrides", "/overrides"),
            entry("accuracy", "/forecast-accuracy"),
            entry("future", "/what-may-happen"),
            entry("curve", "/stock-and-service"),
            entry("tokens", "/tokens"),
            entry("password", "/password"));

    private static final Map<String, String> OF_PLANNER = Map.ofEntries(
            entry("forecast", "/forecast?item=ART-1003&warehouse=BRISTOL"),
            entry("override", "/overrides/edit?item=ART-1003&warehouse=BRISTOL"),
            entry("runs", "/runs"),
            entry("run-schedules", "/runs/schedules"),
            entry("runs-compared", "/runs/compare"),
            entry("new-draft", "/rule-book/new-draft"),
            entry("run", "/runs/1"),
            entry("datasets", "/datasets"),
            entry("import", "/import"),
            entry("scenarios", "/scenarios"),
            entry("new-scenario", "/scenarios/new"),
            entry("backtests", "/backtests"));

    private static final Map<String, String> OF_ADMINISTRATOR = Map.ofEntries(
            entry("accounts", "/accounts"),
            entry("account", "/accounts/test-buyer"),
            entry("new-account", "/new-account"),
            entry("access-review", "/access-review"),
            entry("limits", "/approval-limits"),
            entry("webhooks", "/webhooks"),
            entry("audit", "/audit"),
            entry("audit-entry", "/audit/1"),
            entry("audit-order", "/audit/orders/PO-0001"),
            entry("audit-run", "/audit/runs/1"));

    private static final Map<String, String> OF_NOBODY = Map.of("login", "/login?refused");

    /** Pages of things that are made at some length, and who looks at them as this test does. */
    private static final Map<String, String> LOOKED_AT_ELSEWHERE = Map.ofEntries(
            entry("/first-run", "AccessibilityTest"),
            entry("/run", "RunPagesTest, as it leads on when the plan is there"),
            entry("/receipts/{id}", "ReceiptPagesTest"),
            entry("/datasets/{id}", "DatasetBrowserTest"),
            entry("/import/{id}", "DatasetBrowserTest"),
            entry("/scenarios/{id}", "ScenarioBrowserTest"),
            entry("/scenarios/{id}/promote", "ScenarioBrowserTest"),
            entry("/scenarios/compare", "ScenarioBrowserTest"),
            entry("/backtests/{id}", "BacktestBrowserTest"),
            entry("/rule-book/drafts/{id}", "RuleBookBrowserTest"),
            entry("/rule-book/drafts/{id}/changes", "RuleBookBrowserTest"),
            entry("/rule-book/compare", "RuleBookBrowserTest"),
            entry("/rule-book/impacts/{id}", "RuleBookBrowserTest"),
            entry("/rule-book/drafts/{id}/edit/try", "EditBrowserTest"));

    /** Parts of a page that it fetches by itself, and files. */
    private static final Pattern NO_PAGE = Pattern.compile(".*/progress|.*/files[./].*");

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping mappings;

    private Visit visit;

    @BeforeEach
    void openPage(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        UncertaintyAtHand.awaitEnd(jdbc);
        visit = given;
        approve("PO-0001");
        visit.openForLooking(Role.BUYER);
    }

    @Test
    void whatBuyersSee() throws IOException {
        lookAt(OF_BUYER);
    }

    @Test
    void whatPlannersSee() throws IOException {
        visit.become(Role.PLANNER);
        lookAt(OF_PLANNER);
    }

    @Test
    void whatAdministratorsAndNobodySee() throws IOException {
        visit.become(Role.ADMINISTRATOR);
        lookAt(OF_ADMINISTRATOR);
        visit.becomeNobody();
        lookAt(OF_NOBODY);
    }

    private void lookAt(Map<String, String> pages) throws IOException {
        for (Map.Entry<String, String> page : pages.entrySet()) {
            visit.isForEverybodyInAnyWindow(page.getKey(), page.getValue());
        }
    }

    @Test
    void noPageIsForgotten() {
        List<PathContainer> seen = Stream.of(OF_BUYER, OF_PLANNER, OF_ADMINISTRATOR, OF_NOBODY)
                .flatMap(pages -> pages.values().stream())
                .map(path -> PathContainer.parsePath(path.replaceFirst("\\?.*", "")))
                .toList();
        List<String> forgotten = mappings.getHandlerMethods().entrySet().stream()
                .filter(handler -> showsAPage(handler.getKey(), handler.getValue()))
                .flatMap(handler -> handler.getKey().getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> seen.stream().noneMatch(pattern::matches))
                .map(Object::toString)
                .filter(pattern -> !LOOKED_AT_ELSEWHERE.containsKey(pattern)
                        && !NO_PAGE.matcher(pattern).matches())
                .toList();
        assertThat(forgotten).as("pages that nobody looks at").isEmpty();
    }

    private static boolean showsAPage(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.contains(RequestMethod.GET)
                && handler.getReturnType().getParameterType() == String.class
                && handler.getBeanType().getPackageName().startsWith("org.plenish");
    }

    private void approve(String order) {
        Actor rosa = new Actor("rosa", Set.of(Role.APPROVER), "192.0.2.7");
        transaction.executeWithoutResult(status -> trail.append(new AuditEntry(
                rosa,
                "order",
                order,
                "approve",
                Map.of("state", "SUBMITTED", "version", 3),
                Map.of("state", "APPROVED", "version", 4),
                "Needed before the season.")));
    }
}
