package org.plenish.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads addresses without their zero characters: no stored text has one, and PostgreSQL refuses to look for it, so that a
 * page that is asked for one would fail where it only has nothing to show.
 */
@Component
final class ZeroCharacterFilter extends OncePerRequestFilter {

    private static final String ENCODED = "%00";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        boolean holdsOne = "GET".equals(request.getMethod()) && query != null && query.contains(ENCODED);
        chain.doFilter(holdsOne ? new Without(request) : request, response);
    }

    private static final class Without extends HttpServletRequestWrapper {

        Without(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : value.replace("\0", "");
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : without(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> all.put(name, without(values)));
            return all;
        }

        private static String[] without(String[] values) {
            return Arrays.stream(values).map(value -> value.replace("\0", "")).toArray(String[]::new);
        }
    }
}
