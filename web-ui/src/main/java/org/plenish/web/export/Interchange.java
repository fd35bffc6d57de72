package org.plenish.web.export;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * What an EDI message is put into: who sends it, to whom, when, under which number.
 *
 * @param sender identification of the buyer
 * @param receiver identification of a supplier, by its id
 * @param numbers from 1 to 999,999,999, no two alike until they begin anew
 */
public record Interchange(String sender, Function<String, String> receiver, Clock clock, IntSupplier numbers) {

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
