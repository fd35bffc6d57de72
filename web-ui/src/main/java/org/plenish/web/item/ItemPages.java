package org.plenish.web.item;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.web.item.life.ItemComments;
import org.plenish.web.item.life.ItemLife;
import org.plenish.web.item.life.ItemStory;
import org.plenish.web.item.life.LeadTimeAhead;
import org.plenish.web.item.life.LotOutlook;
import org.plenish.web.item.life.PastForecasts;
import org.plenish.web.item.life.ValueOrigin;
import org.plenish.web.shared.Figures;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of one article at one warehouse shows. */
@Component
class ItemPages {

    /** Buckets of history: more make the page larger than anybody reads, and stand behind a link. */
    private static final int HISTORY_SHOWN = 120;

    /** Charts side by side; the table has all warehouses. */
    private static final int MOST_CURVES = 12;

    private final ItemQueries queries;
    private final LineExplanations explanations;
    private final ItemLife life;
    private final ItemComments comments;
    private final MessageSource texts;

    ItemPages(
            ItemQueries queries,
            LineExplanations explanations,
            ItemLife life,
            ItemComments comments,
            MessageSource texts) {
        this.queries = queries;
        this.explanations = explanations;
        this.life = life;
        this.comments = comments;
        this.texts = texts;
    }

    void fill(PlanHeader plan, String item, String warehouse, boolean wholeHistory, Locale locale, Model model) {
        ItemAtWarehouse found = queries.find(plan, item, warehouse)
                .orElseThrow(() ->
                        new NothingFoundException("The current plan has no item " + item + " at " + warehouse + "."));
        ItemQueries.Details details = queries.details(plan, item, warehouse);
        ItemSeries series = details.series();
        List<ExplainedLine> proposals = explanations.of(plan.runId(), item, warehouse);
        PastForecasts past =
                PastForecasts.of(life.pastForecasts(plan, item, warehouse), series.history(), series.demandUnits());
        List<Sibling> siblings = queries.siblings(plan, item);
        int shown = wholeHistory ? series.history().count() : HISTORY_SHOWN;
        Figures fmt = plan.figures();
        model.addAttribute("item", found);
        model.addAttribute("past", past);
        model.addAttribute("demandPoints", series.demandPoints(details.outliers(), past.shown(), shown));
        model.addAttribute("olderBuckets", Math.max(0, series.history().count() - shown));
        model.addAttribute("outlierCount", details.outliers().size());
        model.addAttribute("stockPoints", series.stockPoints());
        model.addAttribute("corrections", details.corrections());
        model.addAttribute("conclusions", details.conclusions());
        model.addAttribute("policySteps", details.policySteps());
        model.addAttribute("exceptions", queries.exceptions(plan.runId(), item, warehouse));
        model.addAttribute("proposals", proposals);
        model.addAttribute("story", story(found, details, proposals, fmt, locale));
        model.addAttribute("ahead", ahead(found, series));
        model.addAttribute("origins", origins(found, details, fmt, locale));
        model.addAttribute("orders", life.orders(plan.runId(), item, warehouse));
        model.addAttribute("lots", lots(plan, found, series));
        model.addAttribute("talks", comments.of(item, warehouse));
        model.addAttribute(
                "chances", queries.findStockoutChances(plan, item, warehouse).orElse(null));
        model.addAttribute("siblings", siblings);
        model.addAttribute("curves", siblings.subList(0, Math.min(MOST_CURVES, siblings.size())));
    }

    private ItemStory story(
            ItemAtWarehouse item,
            ItemQueries.Details details,
            List<ExplainedLine> proposals,
            Figures fmt,
            Locale locale) {
        ItemSeries series = details.series();
        ItemStory.Facts facts = new ItemStory.Facts(
                item.uom(),
                word("method.", item.forecastMethod(), locale),
                item.serviceTarget(),
                item.safetyStockUnits(),
                item.reorderPointUnits(),
                item.orderUpToUnits(),
                item.reviewDays(),
                item.leadTimeDays(),
                item.policyType(),
                item.stopBuy(),
                item.onHandUnits(),
                item.netUnits(),
                item.onOrderUnits(),
                series.future(),
                series.forecastMeanUnits(),
                series.netBefore(),
                series.safetyStock(),
                details.conclusions());
        return ItemStory.of(facts, proposed(proposals), fmt);
    }

    private static ItemStory.@Nullable Proposed proposed(List<ExplainedLine> proposals) {
        if (proposals.isEmpty()) {
            return null;
        }
        ExplainedLine first = proposals.get(0);
        List<ExplainedLine> further = proposals.subList(1, proposals.size());
        return new ItemStory.Proposed(
                first.transfer(),
                first.partner(),
                first.quantityUnits(),
                first.release(),
                first.due(),
                first.why(),
                further.size(),
                further.stream().mapToLong(ExplainedLine::quantityUnits).sum());
    }

    private static LeadTimeAhead ahead(ItemAtWarehouse item, ItemSeries series) {
        return LeadTimeAhead.of(
                series.future(),
                item.leadTimeDays(),
                item.netUnits(),
                item.netUnits() + item.onOrderUnits(),
                item.reorderPointUnits(),
                series.netBefore(),
                series.netAfter(),
                series.safetyStock(),
                series.forecastMeanUnits());
    }

    private List<ValueOrigin> origins(ItemAtWarehouse item, ItemQueries.Details details, Figures fmt, Locale locale) {
        List<String> fields = item.overriddenFields().isEmpty()
                ? List.of()
                : List.of(item.overriddenFields().split(","));
        return ValueOrigin.of(
                Map.of(
                        "SERVICE", fmt.percent(item.serviceTarget()),
                        "SAFETY_STOCK", fmt.units(item.safetyStockUnits()),
                        "REORDER_POINT", fmt.units(item.reorderPointUnits()),
                        "ORDER_UP_TO", fmt.units(item.orderUpToUnits()),
                        "ORDER_QUANTITY", fmt.units(item.orderQuantityUnits()),
                        "STOP_BUY", word("answer.", String.valueOf(item.stopBuy()), locale)),
                details.conclusions(),
                new ValueOrigin.InPlan(fields, item.overrideReason(), item.overrideLastDay()),
                List.of());
    }

    private List<LotOutlook> lots(PlanHeader plan, ItemAtWarehouse item, ItemSeries series) {
        BigDecimal unitCost = item.unitCost();
        return LotOutlook.of(
                life.lots(plan.runId(), item.item(), item.warehouse()),
                series.future(),
                series.forecastMeanUnits(),
                unitCost);
    }

    private String word(String prefix, String word, Locale locale) {
        return String.valueOf(texts.getMessage(prefix + word, null, word, locale));
    }
}
