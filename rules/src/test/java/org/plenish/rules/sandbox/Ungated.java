package org.plenish.rules.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.kie.api.KieBase;

/** The sandbox with all gates open but one, to see whether each holds alone. */
public final class Ungated {

    private Ungated() {}

    /** Without a look at the source. */
    public static KieBase compile(Map<String, String> drlBySourceName, Surface surface) {
        return SandboxCompiler.compile(drlBySourceName, surface, new SourceGate(surface));
    }

    /** @return what the inspector has against classes that were compiled without any gate */
    public static List<String> inspect(InternalKieModule compiled, Surface surface) {
        List<String> refusals = new ArrayList<>();
        new ClassInspector(surface, compiled.getClassesMap()).inspect((rule, what) -> refusals.add(what));
        return refusals;
    }

    /** Loads classes that were compiled and not inspected, with the run-time view alone. */
    public static KieBase load(InternalKieModule compiled, Surface surface) {
        return SandboxCompiler.load(
                compiled,
                new RuleClassLoader(Ungated.class.getClassLoader(), VisibleClasses.AT_RUN_TIME, surface.visible()));
    }
}
