package org.plenish.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** axe-core, which finds what of a page people with a disability cannot read or operate. */
public final class Axe {

    private static final String SCRIPT = "/axe-core/4.14.1/axe.min.js";
    private static final String VIOLATIONS = """
            async (rules) => (await axe.run(rules.length === 0 ? {} : { runOnly: rules })).violations
                .map(one => one.id + ": " + one.nodes.map(node => node.target.join(" ")).join(", "))""";

    private Axe() {}

    /**
     * Empty: none is broken.
     *
     * @param rules that are asked for; none: all that there are
     */
    public static List<?> violations(Page page, String... rules) throws IOException {
        if (!(boolean) page.evaluate("() => typeof axe === 'object'")) {
            try (InputStream in = Axe.class.getResourceAsStream(SCRIPT)) {
                page.evaluate(new String(Objects.requireNonNull(in, SCRIPT).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return (List<?>) page.evaluate(VIOLATIONS, List.of(rules));
    }
}
