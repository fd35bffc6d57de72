package org.plenish.web.shared;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets forms with files in them through only where files are taken, and from whom they are taken. It must stand before
 * whatever asks for a request's parameters, as that alone writes all that was sent to the disk.
 */
public final class UploadGate extends OncePerRequestFilter {

    private static final String PASSED = "org.plenish.web.shared.uploadPassed";

    private final ToLongFunction<HttpServletRequest> mostBytes;
    private final Refusal refusal;

    /** Answers a request that may not send files. */
    @FunctionalInterface
    public interface Refusal {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    /** @param mostBytes that the request may send; 0: it may not send files */
    public UploadGate(ToLongFunction<HttpServletRequest> mostBytes, Refusal refusal) {
        this.mostBytes = mostBytes;
        this.refusal = refusal;
    }

    /** Whether the files of a request may be read; on its way to an error page too. */
    public static boolean hasPassed(HttpServletRequest request) {
        return request.getAttribute(PASSED) != null;
    }

    /** The page that shows an error asks for parameters too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(hasPassed(request) ? request : new WithoutForm(request), response);
            return;
        }
        long most = mostBytes.applyAsLong(request);
        if (most == 0) {
            refusal.answer(request, response);
        } else if (request.getContentLengthLong() < 0) {
            // Browsers tell the length; whoever sends piece by piece could fill the disk before anybody counts.
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
        } else if (request.getContentLengthLong() > most) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            request.setAttribute(PASSED, true);
            chain.doFilter(request, response);
        }
    }

    /** A request whose body stays unread. */
    private static final class WithoutForm extends HttpServletRequestWrapper {

        WithoutForm(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
