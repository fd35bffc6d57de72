package org.plenish.web.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.plenish.engine.io.ScenarioFile;
import org.plenish.engine.io.ScenarioFile.Header;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The scenarios over the sample that ship with the product. */
@Component
class ScenarioTemplates {

    private static final String FILES = "classpath*:what-if/*.yaml";

    private final List<Template> templates;

    ScenarioTemplates() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
            templates = Stream.of(files)
                    .map(ScenarioTemplates::template)
                    .sorted(Comparator.comparing(Template::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The scenarios that ship with the product cannot be found.", e);
        }
    }

    private static Template template(Resource file) {
        String name = Objects.requireNonNull(file.getFilename());
        try (InputStream in = file.getInputStream()) {
            String content = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^dataset:.*\\R", "");
            Header header = ScenarioFile.of(name, content).header();
            return new Template(name.replace(".yaml", ""), header.name(), header.description(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("The scenario " + name + " cannot be read.", e);
        }
    }

    List<Template> all() {
        return templates;
    }

    Optional<Template> find(String id) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }
}
