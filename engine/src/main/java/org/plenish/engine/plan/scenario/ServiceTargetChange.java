package org.plenish.engine.plan.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.SkuLocationProfile;

/**
 * The rules' answer to what service is aimed at is replaced. What a person overrode for an article stays, unless the change
 * names that article.
 *
 * @param abcClasses as the rules classify; empty: all
 * @param target 0.5 to 0.9999
 * @param place of the change in its file, for the explanation
 * @param line of that place
 */
record ServiceTargetChange(Selection selection, Set<AbcClass> abcClasses, double target, String place, int line)
        implements Change {

    static final ChangeKind KIND = new ChangeKind("service", ServiceTargetChange::read);
    private static final double LEAST_TARGET = 0.5;
    private static final double LARGEST_TARGET = 0.9999;

    ServiceTargetChange {
        abcClasses = Set.copyOf(abcClasses);
    }

    private static ServiceTargetChange read(ChangeFields fields) {
        return new ServiceTargetChange(
                Selection.read(fields),
                fields.abcClasses("abc"),
                fields.number("target", LEAST_TARGET, LARGEST_TARGET),
                fields.place(),
                fields.line());
    }

    @Override
    public Driver driver() {
        return Driver.SERVICE;
    }

    @Override
    public String sentence() {
        List<String> of = new ArrayList<>();
        if (!abcClasses.isEmpty()) {
            of.add("class " + Selection.names(abcClasses));
        }
        of.add(selection.words());
        return "Service target of " + String.join(", ", of) + " is " + Words.number(100 * target) + " %.";
    }

    @Override
    public @Nullable NoReplay noReplay() {
        return null;
    }

    @Override
    public void applyTo(Draft draft) {
        draft.serviceTargets.add(this);
    }

    boolean holds(SkuLocationProfile profile, AbcClass abcClass) {
        boolean decidedByPerson = profile.override().serviceLevel() > 0;
        return (abcClasses.isEmpty() || abcClasses.contains(abcClass))
                && selection.holds(profile.item(), profile.location().warehouse())
                && (!decidedByPerson
                        || selection.items().contains(profile.item().id()));
    }
}
