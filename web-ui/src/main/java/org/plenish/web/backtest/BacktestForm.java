package org.plenish.web.backtest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.simulate.backtest.SimplePolicy;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;

/**
 * What a person asks for, as it was typed.
 *
 * @param dataset its number; null: the sample
 * @param from first day, ISO 8601; blank: the usual one
 * @param beside words of simple policies
 * @param demand {@code corrected} or {@code recorded}
 */
record BacktestForm(String name, @Nullable Long dataset, String from, List<String> beside, String demand) {

    static final String CORRECTED = "corrected";
    static final String RECORDED = "recorded";

    BacktestForm {
        beside = List.copyOf(beside);
    }

    /** As it is offered. */
    static BacktestForm blank(@Nullable Long planned) {
        List<String> all = new ArrayList<>();
        for (SimplePolicy.Kind kind : SimplePolicy.Kind.values()) {
            all.add(kind.word());
        }
        return new BacktestForm("", planned, "", all, CORRECTED);
    }

    /** @throws RefusedException if something is not understood */
    Setup setup() {
        List<SimplePolicy.Kind> kinds = new ArrayList<>();
        for (SimplePolicy.Kind kind : SimplePolicy.Kind.values()) {
            if (beside.contains(kind.word())) {
                kinds.add(kind);
            }
        }
        return new Setup(day(), kinds, !demand.equals(RECORDED));
    }

    private @Nullable LocalDate day() {
        if (from.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(from.strip());
        } catch (DateTimeException e) {
            throw new RefusedException(HttpStatus.UNPROCESSABLE_CONTENT, "backtest.refused.from", from);
        }
    }
}
