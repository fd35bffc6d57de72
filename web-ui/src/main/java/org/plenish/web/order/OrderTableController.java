package org.plenish.web.order;

import jakarta.servlet.http.HttpServletResponse;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The tables of the orders' pages as files. */
@Controller
class OrderTableController {

    private final InboxQueries inbox;
    private final OrderQueries queries;
    private final TableDownload download;

    OrderTableController(InboxQueries inbox, OrderQueries queries, TableDownload download) {
        this.inbox = inbox;
        this.queries = queries;
        this.download = download;
    }

    @GetMapping({"/purchase-orders.{format:csv|xlsx}", "/transfers.{format:csv|xlsx}"})
    void orders(
            PlanHeader plan,
            Actor actor,
            OrderKind kind,
            @PathVariable String format,
            @ModelAttribute InboxFilter filter,
            HttpServletResponse response) {
        download.send(
                OrderTables.name(kind),
                OrderTables.orders(plan, kind),
                () -> inbox.stream(plan, actor, kind, filter),
                TableFormats.of(format),
                response);
    }

    @GetMapping({"/purchase-orders/{number}/lines.{format:csv|xlsx}", "/transfers/{number}/lines.{format:csv|xlsx}"})
    void lines(
            PlanHeader plan,
            OrderKind kind,
            @PathVariable String number,
            @PathVariable String format,
            HttpServletResponse response) {
        OrderPage order = queries.find(kind, number)
                .orElseThrow(() -> new NothingFoundException("There is no " + kind.inWords() + " " + number + "."));
        download.send(
                order.number() + "-lines",
                OrderTables.lines(plan, order),
                () -> queries.streamLines(order.id()),
                TableFormats.of(format),
                response);
    }
}
