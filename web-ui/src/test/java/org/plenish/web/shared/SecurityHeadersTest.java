package org.plenish.web.shared;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@WebMvcTest(controllers = SecurityHeadersTest.SomePage.class)
@Import(SecurityHeadersTest.SomePage.class)
class SecurityHeadersTest {

    private static final ResultMatcher[] SAFE = {
        header().string(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                                + " frame-ancestors 'none'; form-action 'self'"),
        header().string("X-Content-Type-Options", "nosniff"),
        header().string("Referrer-Policy", "same-origin")
    };

    @Autowired
    MockMvc web;

    @Test
    void everyAnswerTellsTheBrowserWhatNotToDo() throws Exception {
        web.perform(get("/some-page")).andExpect(status().isOk()).andExpectAll(SAFE);
        web.perform(get("/no-such-page")).andExpect(status().isNotFound()).andExpectAll(SAFE);
    }

    @Test
    void filesOfOtherProjectsAreKeptByTheBrowser() throws Exception {
        web.perform(get("/vendor/sample/1.0.0/sample.css"))
                .andExpect(status().isOk())
                .andExpectAll(SAFE)
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable")); // 365 · 86,400 s
    }

    @RestController
    static class SomePage {

        @GetMapping("/some-page")
        String show() {
            return "a page";
        }
    }
}
