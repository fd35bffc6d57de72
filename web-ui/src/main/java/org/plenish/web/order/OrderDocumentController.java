package org.plenish.web.order;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.OrderDocument;
import org.plenish.web.export.OrderDocuments;
import org.plenish.web.export.OrderFormat;
import org.plenish.web.export.OrderFormats;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.UnapprovedOrderException;
import org.plenish.web.export.UnwritableOrderException;
import org.plenish.web.shared.NothingFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One purchase order as its supplier gets it, in any format. */
@Controller
class OrderDocumentController {

    private final OrderDocuments documents;
    private final OrderQueries queries;
    private final OrderFormats formats;

    OrderDocumentController(OrderDocuments documents, OrderQueries queries, OrderFormats formats) {
        this.documents = documents;
        this.queries = queries;
        this.formats = formats;
    }

    @GetMapping("/purchase-orders/{number}/document/{name}")
    @Nullable
    ModelAndView document(@PathVariable String number, @PathVariable String name, HttpServletResponse response)
            throws IOException {
        OrderFormat format = formats.find(name)
                .orElseThrow(() -> new NothingFoundException("There is no format " + name + " for purchase orders."));
        OrderDocument order = documents
                .find(number)
                .orElseThrow(() -> new NothingFoundException("There is no purchase order " + number + " with lines."));
        byte[] whole;
        try {
            whole = format.whole(order);
        } catch (UnapprovedOrderException e) {
            return OrderController.refused(
                    queries.find(OrderKind.PURCHASE, number).orElseThrow(),
                    Outcome.refused(String.valueOf(e.getMessage())));
        } catch (UnwritableOrderException e) {
            throw new NothingFoundException(String.valueOf(e.getMessage()));
        }
        TableDownload.attach(response, format.fileName(order), format.mediaType());
        response.getOutputStream().write(whole);
        return null;
    }
}
