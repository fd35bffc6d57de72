package org.plenish.web.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.UnitPrice;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.PlanFixture;
import org.plenish.web.TestLogin;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Three suppliers, each of which can deliver each of 48 articles; against PostgreSQL. */
@OnFixturePlan
class SupplierPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SupplierStore store;

    @Autowired
    SupplierQueries queries;

    @Autowired
    PlatformTransactionManager transactions;

    private long run;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        run = currentPlan.find().orElseThrow().runId();
    }

    @Test
    void listsSuppliersAndSortsThem() {
        Document page = page("/suppliers");
        assertThat(page.select(".table-suppliers tbody tr")).hasSize(3);
        assertThat(page.select("#list-title").text()).isEqualTo("3 suppliers");
        assertThat(page("/suppliers?sort=LEAD_TIME").select("tbody .item-name").eachText())
                .containsExactly("Nordlicht Textil", "Harbour Ceramics", "Cotswold Woodworks"); // 42, 21, 7 days
        assertThat(page("/suppliers?sort=LEAD_TIME&reverse=true")
                        .select("tbody .item-name")
                        .first()
                        .text())
                .isEqualTo("Cotswold Woodworks");
        assertThat(page("/suppliers?q=nordlicht").select(".table-suppliers tbody tr"))
                .hasSize(1);
        assertThat(page("/suppliers?q=%25").text()).contains("No supplier fits");
        assertThat(TestLogin.as(port, Role.BUYER).get("/suppliers?supplier=S99").statusCode())
                .isEqualTo(404);
    }

    @Test
    void holdsDeliveriesAgainstTheirPromise() {
        PastDeliveries.book(jdbc, run);
        try {
            Document page = page("/suppliers?supplier=S02");
            assertThat(page.select(".kpi:contains(On time in full)").text())
                    .contains("50.0%")
                    .contains("of 4 lines due");
            assertThat(page.select("section:has(#word-title) dd").eachText())
                    .startsWith("50.0% (2 of 4)", "75.0% (3 of 4)", "75.0% (3 of 4)"); // late: PAST-3; short: PAST-4
            // complete, or last, after 28, 30, 36 and 30 days: 124 / 4, spread √((9 + 1 + 25 + 1) / 3)
            assertThat(page.text())
                    .contains("Of 4 lines: 31 days from order to complete on average, where 30 were promised."
                            + " Standard deviation 3.5 days; half came within 30, nine in ten within 36.");
            assertThat(page.select("#punctuality-table td").eachText())
                    .containsExactly("0", "1", "2", "0", "1", "0", "0");
            // (100 + 100 + 100 + 99) · 2.00 came within a month or two
            BigDecimal received = page.select("#spend-table tbody tr td:nth-child(2)").eachAttr("data-value").stream()
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(received).isEqualByComparingTo("798");
            // planned with 42 days, so it is not later than planned: a week is proposed, with the measured spread
            assertThat(page.select(".page-actions a").eachAttr("href"))
                    .contains(
                            "/purchase-orders?partner=S02",
                            "/scenarios/new?kind=lead_time&name=Nordlicht%20Textil%207%20days%20later&suppliers=S02"
                                    + "&add_days=7&sd_days=3.5");
        } finally {
            PastDeliveries.forget(jdbc);
        }
        assertThat(page("/suppliers?supplier=S02").text()).contains("its lead time is not measured");
    }

    @Test
    void sharesOfWhatIsSpentComeToAllOfIt() {
        List<String> shares = page("/suppliers?supplier=S02")
                .select("section:has(#category-title) tbody td:last-child")
                .eachText();
        // 22,529, 21,738 and 14,818 of 59,084
        assertThat(shares).containsExactly("38.1%", "36.8%", "25.1%");
    }

    @Test
    void listsItsItemsAPageAtATimeWithTheirAlternatives() {
        Document page = page("/suppliers?supplier=S01");
        assertThat(page.select("#items tbody tr")).hasSize(48);
        assertThat(page.select("#items tbody tr td:last-child").eachText()).containsOnly("2");
        assertThat(page("/suppliers?supplier=S01&sole=true").text()).contains("There is none.");
        assertThat(csv("/suppliers/items.csv?supplier=S01")).hasSize(1 + 48);
        assertThat(csv("/suppliers.csv?sort=NAME").get(1)).startsWith("S03,Cotswold Woodworks,48,0,");
        // what is bought from all of them is what all SKU-locations demand in a year
        BigDecimal bought = number("SELECT sum(annual_value)::numeric FROM supplier_figure WHERE run_id = :run");
        assertThat(bought)
                .isPositive()
                .isCloseTo(
                        number("SELECT sum(annual_value)::numeric FROM sku_location WHERE run_id = :run"
                                + " AND supplier IS NOT NULL"),
                        within(BigDecimal.ONE));
    }

    @Test
    void countsWhatIsOverdueOnThePlansDate() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (String table : List.of("supplier_figure", "supplier_item", "supplier_open_line", "supplier_spend")) {
                jdbc.sql("DELETE FROM " + table + " WHERE run_id = :run")
                        .param("run", run)
                        .update();
            }
            PlannedDataset planned = PlanFixture.planned();
            store.planStored(
                    run,
                    new PlannedDataset(
                            withOpenOrders(planned.dataset()), planned.plan(), planned.inputs(), planned.making()));
            SupplierRow row = queries.find(run, "S03").orElseThrow();
            assertThat(row.openLines()).isEqualTo(2);
            assertThat(row.lateLines()).isEqualTo(1);
            assertThat(row.lateValue()).isEqualByComparingTo("15.00"); // 6 at 2.50
            assertThat(queries.openLines(run, "S03", 1))
                    .extracting(SupplierQueries.OpenLine::number, SupplierQueries.OpenLine::ours)
                    .containsExactly(tuple("ERP-2", false), tuple("ERP-1", false));
            assertThat(queries.spendByMonth(run, "S03", PlanFixture.PLAN_DATE).stream()
                            .map(SupplierQueries.Spend::open)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(row.openValue());
        });
    }

    private static Dataset withOpenOrders(Dataset dataset) {
        LocalDate date = PlanFixture.PLAN_DATE;
        SkuLocation location = SkuLocation.of("ART-1003", "LEEDS");
        SupplierId supplier = new SupplierId("S03");
        return new Dataset(
                dataset.settings(),
                dataset.items(),
                dataset.warehouses(),
                dataset.suppliers(),
                dataset.supplyOptions(),
                dataset.lanes(),
                dataset.stock(),
                dataset.firstSale(),
                dataset.sales(),
                dataset.stockHistory(),
                List.of(
                        new OpenPurchaseOrder("ERP-1", supplier, location, 12, date.plusDays(9), null, null),
                        new OpenPurchaseOrder(
                                "ERP-2", supplier, location, 6, date.minusDays(1), null, UnitPrice.parse("2.50"))),
                dataset.openTransfers(),
                dataset.openSalesOrders(),
                dataset.cashBudget(),
                dataset.promotions(),
                dataset.billOfMaterials(),
                dataset.givenForecasts(),
                dataset.policyOverrides());
    }

    private Document page(String path) {
        try {
            return TestLogin.as(port, Role.PLANNER).get(path).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> csv(String path) {
        return new String(TestLogin.as(port, Role.BUYER).get(path).bodyAsBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private BigDecimal number(String sql) {
        return jdbc.sql(sql).param("run", run).query(BigDecimal.class).single();
    }
}
