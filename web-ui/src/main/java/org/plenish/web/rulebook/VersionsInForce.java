package org.plenish.web.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.plenish.rules.BookFiles;
import org.plenish.web.run.RuleBooks;
import org.springframework.stereotype.Component;

/** Makes plans be decided by the version in force. */
@Component
class VersionsInForce implements RuleBooks {

    private final RuleVersions versions;
    private final Clock clock;

    VersionsInForce(RuleVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public InForce inForce() {
        RuleVersion version = versions.inForce(today());
        return version.isStandard()
                ? new InForce(0, InForce.STANDARD, BookFiles.standard())
                : new InForce(
                        version.id(),
                        "Version " + version.id() + ", " + version.name(),
                        BookFiles.of(versions.files(version)));
    }

    /** By which days versions come into force. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
