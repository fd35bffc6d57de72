package org.plenish.web.run;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunSettings;

/**
 * How a person wants a run to be made, as typed; null or blank: as the application's settings say.
 *
 * @param by what ends the search for a better plan
 * @param amount of it
 */
public record RunForm(
        @Nullable Bound by,
        @Nullable String amount,
        @Nullable String seed) {

    private static final long HIGHEST_SEED = 999_999_999;

    /** What ends the search for a better plan. */
    public enum Bound {
        /** The same plan again on any machine. */
        MOVES(1_000_000_000),
        /** A plan in time, whatever the machine does in it. */
        SECONDS(36_000);

        private final long most;

        Bound(long most) {
            this.most = most;
        }

        public long most() {
            return most;
        }
    }

    /** A field that cannot be taken as it is. */
    public enum Field {
        AMOUNT,
        SEED
    }

    public static RunForm of(PlanningProperties properties) {
        return new RunForm(Bound.MOVES, String.valueOf(properties.moves()), String.valueOf(properties.seed()));
    }

    public Bound bound() {
        return by == null ? Bound.MOVES : by;
    }

    public Set<Field> problems() {
        Set<Field> problems = EnumSet.noneOf(Field.class);
        if (!isBlank(amount) && find(amount, 1, bound().most()).isEmpty()
                || isBlank(amount) && bound() == Bound.SECONDS) {
            problems.add(Field.AMOUNT);
        }
        if (!isBlank(seed) && find(seed, 0, HIGHEST_SEED).isEmpty()) {
            problems.add(Field.SEED);
        }
        return problems;
    }

    /** Of a form without problems. */
    RunSettings settings(PlanningProperties properties) {
        RunSettings settings = properties.settings();
        long chosenSeed = find(seed, 0, HIGHEST_SEED).orElse(properties.seed());
        long chosenAmount = find(amount, 1, bound().most()).orElse(properties.moves());
        OptimizerSettings optimizer = bound() == Bound.SECONDS
                ? OptimizerSettings.ofSeconds(chosenAmount, chosenSeed, settings.threads())
                : OptimizerSettings.ofMoves(chosenAmount, chosenSeed, settings.threads());
        return new RunSettings(optimizer, settings.threads());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Optional<Long> find(@Nullable String text, long least, long most) {
        if (text == null || !text.strip().matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.strip());
        return number < least || number > most ? Optional.empty() : Optional.of(number);
    }
}
