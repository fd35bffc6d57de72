package org.plenish.rules.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.compiler.compiler.JavaDialectConfiguration;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieContainerImpl;
import org.drools.compiler.kie.builder.impl.KieModuleKieProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.memorycompiler.JavaConfiguration;
import org.plenish.rules.sandbox.SandboxException.Refusal;

/** Compiles rules so that what they could do is held three times; see the package. */
public final class SandboxCompiler {

    /** The package that all sources are of. */
    public static final String PACKAGE = "org.plenish.rulebook";

    private static final String FOLDER = "src/main/resources/" + PACKAGE.replace('.', '/') + "/";

    /** Drools repeats the generated source of every class that does not compile. */
    private static final String WHOLE_SOURCE = "Java source of ";

    private SandboxCompiler() {}

    /**
     * Compiles sources of rules, and loads none of what it compiled before all of it was read and found harmless.
     *
     * @param drlBySourceName text of each source; its name is for messages only and never names a file
     * @param surface all that rules may see of the product
     * @throws SandboxException with everything refused: what is too large, what does not compile, what would see or do
     *     more than rules need
     */
    public static KieBase compile(Map<String, String> drlBySourceName, Surface surface) {
        SourceGate gate = new SourceGate(surface);
        gate.check(new TreeMap<>(drlBySourceName));
        return compile(drlBySourceName, surface, gate);
    }

    /** @param gate that the sources passed, or were not shown to */
    static KieBase compile(Map<String, String> drlBySourceName, Surface surface, SourceGate gate) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // KIE looks for its own parts there, but a pooled thread's class loader does not see into the packaged jar.
        thread.setContextClassLoader(SandboxCompiler.class.getClassLoader());
        try {
            return build(new TreeMap<>(drlBySourceName), surface, gate);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static KieBase build(SortedMap<String, String> sources, Surface surface, SourceGate gate) {
        InternalKieModule module = located(sources, surface, gate);
        List<Refusal> refusals = new ArrayList<>();
        try {
            new ClassInspector(surface, module.getClassesMap()).inspect((rule, what) -> {
                Optional<SourceGate.Rule> found = gate.findRule(rule);
                refusals.add(new Refusal(
                        found.map(SourceGate.Rule::source).orElse(onlyOne(sources)),
                        found.map(SourceGate.Rule::line).orElse(0),
                        rule,
                        what));
            });
        } catch (RuntimeException e) {
            refusals.add(new Refusal(onlyOne(sources), 0, "", "the compiled rules cannot be read: " + e));
        }
        if (!refusals.isEmpty()) {
            throw new SandboxException(distinct(refusals));
        }
        return load(module, loader(surface, VisibleClasses.AT_RUN_TIME));
    }

    static KieBase load(InternalKieModule module, ClassLoader loader) {
        return new KieContainerImpl(
                        new KieModuleKieProject(module, loader),
                        KieServices.Factory.get().getRepository())
                .getKieBase();
    }

    /** Compiles, and if that fails without a line, finds the rule that does not compile. */
    private static InternalKieModule located(SortedMap<String, String> sources, Surface surface, SourceGate gate) {
        try {
            return module(sources, surface);
        } catch (SandboxException e) {
            List<Refusal> refusals = e.refusals();
            if (refusals.stream().allMatch(refusal -> refusal.line() > 0)) {
                throw e;
            }
            throw new SandboxException(findCulprit(gate, surface)
                    .map(rule -> located(refusals, rule, whyNot(gate.only(List.of(rule)), surface)))
                    .orElse(refusals));
        }
    }

    /** @param own what is refused of that rule alone */
    private static List<Refusal> located(List<Refusal> all, SourceGate.Rule rule, List<Refusal> own) {
        List<Refusal> located = new ArrayList<>();
        own.forEach(refusal -> located.add(new Refusal(rule.source(), rule.line(), rule.name(), refusal.what())));
        Set<String> told = own.stream().map(Refusal::what).collect(Collectors.toSet());
        all.stream().filter(refusal -> !told.contains(refusal.what())).forEach(located::add);
        return distinct(located);
    }

    /** The first rule that does not compile even alone: Drools does not say where in generated code came from. */
    private static Optional<SourceGate.Rule> findCulprit(SourceGate gate, Surface surface) {
        List<SourceGate.Rule> suspects = gate.rules();
        while (suspects.size() > 1) {
            int half = suspects.size() / 2;
            List<SourceGate.Rule> first = suspects.subList(0, half);
            suspects = whyNot(gate.only(first), surface).isEmpty() ? suspects.subList(half, suspects.size()) : first;
        }
        return suspects.stream()
                .filter(rule -> !whyNot(gate.only(List.of(rule)), surface).isEmpty())
                .findFirst();
    }

    private static List<Refusal> whyNot(SortedMap<String, String> sources, Surface surface) {
        try {
            module(sources, surface);
            return List.of();
        } catch (SandboxException e) {
            return e.refusals();
        }
    }

    /** Compiled, not loaded, and not known to anyone else. */
    private static InternalKieModule module(SortedMap<String, String> sources, Surface surface) {
        if (JavaDialectConfiguration.getDefaultCompilerType() != JavaConfiguration.CompilerType.ECLIPSE) {
            throw new IllegalStateException("Rules must be compiled by drools-ecj, but Drools would use "
                    + JavaDialectConfiguration.getDefaultCompilerType()
                    + ", which sees all classes. Maybe drools-ecj is not on the class path.");
        }
        KieServices services = KieServices.Factory.get();
        List<String> names = List.copyOf(sources.keySet());
        List<Refusal> refusals = new ArrayList<>();
        ReleaseId release = services.newReleaseId("org.plenish", "rulebook", hash(sources));
        try {
            KieFileSystem files = services.newKieFileSystem();
            files.generateAndWritePomXML(release);
            for (int i = 0; i < names.size(); i++) {
                files.write(FOLDER + "source" + i + ".drl", sources.get(names.get(i)));
            }
            KieBuilder builder = services.newKieBuilder(files, loader(surface, VisibleClasses.atCompileTime()));
            builder.buildAll(ExecutableModelProject.class).getResults().getMessages(Message.Level.ERROR).stream()
                    .filter(message -> !message.getText().startsWith(WHOLE_SOURCE))
                    .forEach(message -> refusals.add(refusal(message, names)));
            if (refusals.isEmpty()) {
                return (InternalKieModule) builder.getKieModule();
            }
        } catch (Throwable e) {
            // Drools answers some mistakes with whatever went wrong inside it, a stack overflow included.
            refusals.add(new Refusal(onlyOne(sources), 0, "", "does not compile: " + e));
        } finally {
            services.getRepository().removeKieModule(release);
        }
        throw new SandboxException(distinct(refusals));
    }

    private static Refusal refusal(Message message, List<String> names) {
        String path = String.valueOf(message.getPath());
        String number = path.replaceAll(".*/source(\\d+)\\.drl", "$1");
        boolean known = number.matches("\\d+") && Integer.parseInt(number) < names.size();
        String source = known ? names.get(Integer.parseInt(number)) : names.size() == 1 ? names.get(0) : "";
        return new Refusal(
                source, known ? Math.max(0, message.getLine()) : 0, "", "does not compile: " + message.getText());
    }

    private static RuleClassLoader loader(Surface surface, Set<String> names) {
        return new RuleClassLoader(SandboxCompiler.class.getClassLoader(), names, surface.visible());
    }

    private static String onlyOne(SortedMap<String, String> sources) {
        return sources.size() == 1 ? sources.firstKey() : "";
    }

    private static List<Refusal> distinct(List<Refusal> refusals) {
        return List.copyOf(new LinkedHashSet<>(refusals));
    }

    private static String hash(SortedMap<String, String> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            sources.forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
