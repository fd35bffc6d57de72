package org.plenish.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets nobody into {@code /api} without a good token, and tells the controllers whose it is. The address is understood as
 * the controllers understand it, so that no spelling of it goes past.
 */
@Component
public class ApiTokenFilter extends OncePerRequestFilter {

    /** The request's attribute that holds the {@link Actor}. */
    static final String ACTOR = "org.plenish.web.api.actor";

    private static final String SCHEME = "Bearer ";
    private static final PathPattern GUARDED = PathPatternParser.defaultInstance.parse("/api/**");
    /** What the interface looks like is no secret. */
    private static final PathPattern OPEN = PathPatternParser.defaultInstance.parse("/api/v1/openapi.json");

    private final ObjectProvider<ApiTokens> tokens;
    private final JsonMapper json;

    /** @param tokens asked for when they are needed: filters are made before the database is */
    ApiTokenFilter(ObjectProvider<ApiTokens> tokens, JsonMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return !GUARDED.matches(path) || OPEN.matches(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            refuse(response, "Bearer", "Send a token of yours as \"Authorization: Bearer plenish_...\".");
            return;
        }
        String secret = header.substring(SCHEME.length()).strip();
        Optional<Actor> actor = tokens.getObject().authenticate(secret, request.getRemoteAddr());
        if (actor.isEmpty()) {
            tokens.getObject().noteRefused(secret, request.getRemoteAddr());
            refuse(
                    response,
                    "Bearer error=\"invalid_token\"",
                    "The token is not known, has expired or was revoked, or its owner may not do this any more."
                            + " Make a new one on the page /tokens.");
            return;
        }
        request.setAttribute(ACTOR, actor.get());
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletResponse response, String challenge, String detail) throws IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, detail)));
    }
}
