package org.plenish.web.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who has access, and to what: for the person who has to confirm it every quarter. */
@Controller
class AccessReviewController {

    private static final Table<Account> TABLE = Table.<Account>named("access-review")
            .text("user_name", Account::userName)
            .text("display_name", Account::displayName)
            .text(
                    "roles",
                    account -> account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" ")))
            .word("state", account -> account.isDisabled() ? "DISABLED" : "ACTIVE")
            .word("logs_in_by", account -> account.subject() == null ? "PASSWORD" : "IDENTITY_PROVIDER")
            .text("created_at", account -> utc(account.createdAt()))
            .text("created_by", Account::createdBy)
            .text("last_login_at", account -> utc(account.lastLoginAt()))
            .text("password_changed_at", account -> utc(account.passwordChangedAt()))
            .text("disabled_at", account -> utc(account.disabledAt()))
            .text("may", account -> String.join("; ", Permissions.of(account.roles())));

    private final Accounts accounts;
    private final TableDownload download;
    private final Clock clock;

    AccessReviewController(Accounts accounts, TableDownload download, Clock clock) {
        this.accounts = accounts;
        this.download = download;
        this.clock = clock;
    }

    @GetMapping("/access-review")
    String review(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("permissions", Permissions.ALL);
        model.addAttribute("allRoles", List.of(Role.values()));
        model.addAttribute("now", clock.instant());
        return "account/access-review";
    }

    @GetMapping("/access-review.{format:csv|xlsx}")
    void file(@PathVariable String format, HttpServletResponse response) {
        download.send("access-review", TABLE, () -> accounts.all().stream(), TableFormats.of(format), response);
    }

    private static @Nullable String utc(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
