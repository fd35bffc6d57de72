package org.plenish.web.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.forecast.ForecastStore.NewChange;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;

/**
 * What a person has typed over the forecast of one level.
 *
 * @param cells by the first day of the bucket, blank ones left out
 * @param amount for a range of buckets, blank: none
 * @param from first bucket of the range
 * @param to last bucket of the range
 * @param version of the level's changes that the person saw
 */
public record ForecastForm(
        Level level, Map<String, String> cells, String amount, String from, String to, String reason, long version) {

    static final String CELL = "cell-";
    static final int LONGEST_REASON = 500;
    private static final long UNSEEN = -1;

    public ForecastForm {
        cells = Map.copyOf(cells);
    }

    static ForecastForm of(Map<String, String> sent) {
        Map<String, String> cells = new HashMap<>();
        sent.forEach((name, typed) -> {
            if (name.startsWith(CELL) && !typed.isBlank()) {
                cells.put(name.substring(CELL.length()), typed.strip());
            }
        });
        String version = sent.getOrDefault("version", "");
        return new ForecastForm(
                Level.of(sent.get("item"), sent.get("category"), sent.get("warehouse")),
                cells,
                sent.getOrDefault("amount", "").strip(),
                sent.getOrDefault("from", "").strip(),
                sent.getOrDefault("to", "").strip(),
                sent.getOrDefault("reason", "").strip(),
                version.matches("[0-9]{1,18}") ? Long.parseLong(version) : UNSEEN);
    }

    public String cell(LocalDate start) {
        return cells.getOrDefault(start.toString(), "");
    }

    /**
     * What was typed, by bucket; a cell goes before the range.
     *
     * @return one entry a bucket, empty where nothing was typed
     * @throws RefusedException if something cannot be read, or nothing was typed
     */
    List<Optional<AmountText>> amounts(TimeBuckets buckets) {
        Optional<AmountText> ofRange = amount.isEmpty() ? Optional.empty() : Optional.of(read(amount));
        int first = ofRange.isEmpty() ? 0 : bucket(buckets, from, 0);
        int last = ofRange.isEmpty() ? -1 : bucket(buckets, to, buckets.count() - 1);
        if (ofRange.isPresent() && last < first) {
            throw refused("forecast.refused.range", to, from);
        }
        List<Optional<AmountText>> amounts = new ArrayList<>();
        for (int i = 0; i < buckets.count(); i++) {
            String typed = cell(buckets.start(i));
            amounts.add(
                    typed.isEmpty() ? i >= first && i <= last ? ofRange : Optional.empty() : Optional.of(read(typed)));
        }
        if (amounts.stream().allMatch(Optional::isEmpty)) {
            throw refused("forecast.refused.nothing");
        }
        return amounts;
    }

    /** Equal amounts of buckets that follow each other are one change. */
    List<NewChange> changes(TimeBuckets buckets) {
        List<Optional<AmountText>> amounts = amounts(buckets);
        List<NewChange> changes = new ArrayList<>();
        int i = 0;
        while (i < amounts.size()) {
            int end = i + 1;
            while (end < amounts.size() && amounts.get(end).equals(amounts.get(i))) {
                end++;
            }
            if (amounts.get(i).isPresent()) {
                AmountText text = amounts.get(i).get();
                changes.add(new NewChange(
                        text.kind(),
                        level,
                        "",
                        buckets.start(i),
                        buckets.start(end).minusDays(1),
                        text.amount()));
            }
            i = end;
        }
        return changes;
    }

    String requireReason() {
        return requireReason(reason);
    }

    static String requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw refused("forecast.refused.reason", LONGEST_REASON);
        }
        return reason.strip();
    }

    private static AmountText read(String typed) {
        return AmountText.read(typed).orElseThrow(() -> refused("forecast.refused.amount", typed));
    }

    private static int bucket(TimeBuckets buckets, String start, int otherwise) {
        if (start.isEmpty()) {
            return otherwise;
        }
        for (int i = 0; i < buckets.count(); i++) {
            if (buckets.start(i).toString().equals(start)) {
                return i;
            }
        }
        throw refused("forecast.refused.bucket", start, buckets.start(0), buckets.start(buckets.count() - 1));
    }

    static RefusedException refused(String key, Object... values) {
        return new RefusedException(HttpStatus.BAD_REQUEST, key, values);
    }
}
