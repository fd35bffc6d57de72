package org.plenish.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at every request whether the session's account is still what it was at log-in: a disabled account, other roles
 * or another password end its sessions at once, on every instance. Leads to the first-run page while there is no
 * account, and to the choice of a password while it is a one-time one. What is open to everybody is not asked for.
 */
final class AccountGate extends OncePerRequestFilter {

    /** However busy it is: then the person shows again who they are (ASVS 5.0, 7.3.2). */
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final AccountStore store;
    private final FirstRun firstRun;
    private final RequestMatcher open;
    private final Clock clock;

    AccountGate(AccountStore store, FirstRun firstRun, RequestMatcher open, Clock clock) {
        this.store = store;
        this.firstRun = firstRun;
        this.open = open;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        Optional<SignedIn> user = SignedIn.find();
        if (firstRun.isOpen() && !path.equals(AccessRules.FIRST_RUN)) {
            lead(request, response, AccessRules.FIRST_RUN);
        } else if (user.isPresent() && hasEnded(user.get())) {
            end(request);
            lead(request, response, AccessRules.LOGIN + "?ended");
        } else if (user.isPresent()
                && user.get().mustChoosePassword()
                && !path.equals(AccessRules.OWN_PASSWORD)
                && !path.equals(AccessRules.LOGOUT)) {
            lead(request, response, AccessRules.OWN_PASSWORD);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A part of a page cannot show another page in its place, so htmx is told to leave. */
    static void lead(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(path);
        } else {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            response.setHeader("HX-Redirect", path);
        }
    }

    private boolean hasEnded(SignedIn user) {
        return isTooOld(user, clock.instant()) || !store.isCurrent(user.accountId(), user.version());
    }

    static boolean isTooOld(SignedIn user, Instant now) {
        return now.isAfter(user.since().plus(LONGEST_SESSION));
    }

    private static void end(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
