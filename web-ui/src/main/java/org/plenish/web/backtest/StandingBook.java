package org.plenish.web.backtest;

import org.plenish.rules.BookFiles;
import org.springframework.stereotype.Component;

/** The rule book that the next plan would be decided by, and that a change is held against. */
@Component
class StandingBook {

    BookFiles files() {
        return BookFiles.standard();
    }
}
