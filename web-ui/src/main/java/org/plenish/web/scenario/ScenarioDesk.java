package org.plenish.web.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunListener;
import org.plenish.web.run.PlanningProperties;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.NothingFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes, shares, runs and discards scenarios; each change with its entry in the audit log. */
@Service
class ScenarioDesk {

    static final int LONGEST_REASON = 500;
    private static final String SUBJECT_KIND = "scenario";

    private final JdbcClient jdbc;
    private final ScenarioQueries queries;
    private final ScenarioTemplates templates;
    private final ScenarioDatasets datasets;
    private final ScenarioJobs jobs;
    private final ScenarioWorker worker;
    private final PlanningProperties properties;
    private final AuditTrail audit;
    private final Clock clock;

    ScenarioDesk(
            JdbcClient jdbc,
            ScenarioQueries queries,
            ScenarioTemplates templates,
            ScenarioDatasets datasets,
            ScenarioJobs jobs,
            ScenarioWorker worker,
            PlanningProperties properties,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.templates = templates;
        this.datasets = datasets;
        this.jobs = jobs;
        this.worker = worker;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /** A scenario as the audit log has it. */
    record Audited(
            String name, String content, @Nullable Long dataset, boolean shared, ScenarioState state, int version) {

        static Audited of(StoredScenario scenario) {
            return new Audited(
                    scenario.name(),
                    scenario.content(),
                    scenario.datasetId(),
                    scenario.shared(),
                    scenario.state(),
                    scenario.version());
        }
    }

    /**
     * A scenario without changes, or one that ships with the product.
     *
     * @param template its id; blank: none
     * @param name of one without changes
     * @param datasetId null: the sample
     */
    @Transactional
    public long create(Actor actor, String template, String name, @Nullable Long datasetId) {
        if (template.isBlank()) {
            String required = requireName(name);
            return insert(actor, ScenarioText.blank(required), required, datasetId, "create");
        }
        Template found = templates
                .find(template)
                .orElseThrow(() -> new NothingFoundException("There is no template " + template + "."));
        return insert(actor, new ScenarioText(found.content()), found.name(), datasetId, "create");
    }

    /** A scenario that begins with what a text says. */
    @Transactional
    public long create(Actor actor, ScenarioText text, String name, @Nullable Long datasetId) {
        return insert(actor, text, requireName(name), datasetId, "create");
    }

    /** Without the blanks around it. */
    static String requireName(String name) {
        if (name.isBlank() || name.strip().length() > ScenarioText.LONGEST_NAME) {
            throw new ScenarioRefusedException(
                    HttpStatus.BAD_REQUEST, 0, "scenario.refused.name", ScenarioText.LONGEST_NAME);
        }
        return name.strip();
    }

    /** One of one's own with the same text, whoever's the first is. */
    @Transactional
    public long copy(Actor actor, long id) {
        StoredScenario original = queries.get(actor.userName(), id);
        return insert(actor, new ScenarioText(original.content()), original.name(), original.datasetId(), "copy " + id);
    }

    private long insert(Actor actor, ScenarioText text, String name, @Nullable Long datasetId, String action) {
        if (datasetId != null && queries.datasets().stream().noneMatch(dataset -> dataset.id() == datasetId)) {
            throw new NothingFoundException("There is no dataset " + datasetId + ".");
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        long id = jdbc.sql("""
                        INSERT INTO scenario (owner, name, content, dataset_id, created_at, changed_at)
                        VALUES (:owner, :name, :content, :dataset, :now, :now) RETURNING id""")
                .param("owner", actor.userName())
                .param("name", text.name(name))
                .param("content", text.content())
                .param("dataset", datasetId)
                .param("now", now)
                .query(Long.class)
                .single();
        StoredScenario made = queries.get(actor.userName(), id);
        audit.append(new AuditEntry(actor, SUBJECT_KIND, String.valueOf(id), action, null, Audited.of(made), ""));
        return id;
    }

    /** Keeps a text, right or wrong: a scenario is a draft until it is run. */
    @Transactional
    public void save(Actor actor, long id, int version, String typed) {
        StoredScenario scenario = own(actor, id, version);
        requireDraft(scenario);
        String content = typed.replace("\r\n", "\n");
        if (content.length() > ScenarioText.LONGEST) {
            throw new ScenarioRefusedException(
                    HttpStatus.BAD_REQUEST, id, "scenario.refused.long", ScenarioText.LONGEST);
        }
        if (content.indexOf('\0') >= 0) {
            throw new ScenarioRefusedException(HttpStatus.BAD_REQUEST, id, "scenario.refused.text");
        }
        if (!content.equals(scenario.content())) {
            change(actor, scenario, "change", scenario.shared(), scenario.state(), new ScenarioText(content), "");
        }
    }

    @Transactional
    public void share(Actor actor, long id, int version, boolean shared) {
        StoredScenario scenario = own(actor, id, version);
        if (scenario.shared() != shared) {
            change(
                    actor,
                    scenario,
                    shared ? "share" : "stop sharing",
                    shared,
                    scenario.state(),
                    new ScenarioText(scenario.content()),
                    "");
        }
    }

    @Transactional
    public void discard(Actor actor, long id, int version, String reason) {
        StoredScenario scenario = own(actor, id, version);
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new ScenarioRefusedException(HttpStatus.BAD_REQUEST, id, "scenario.refused.reason", LONGEST_REASON);
        }
        requireNotDiscarded(scenario);
        jobs.requestCancel(actor, id, clock.instant());
        change(
                actor,
                scenario,
                "discard",
                scenario.shared(),
                ScenarioState.DISCARDED,
                new ScenarioText(scenario.content()),
                said);
    }

    /** Asks for a run beside the base. Whoever may read a scenario may run it, unless its role may not. */
    @Transactional
    public void run(Actor actor, long id) {
        StoredScenario scenario = queries.lock(actor.userName(), id);
        requireNotDiscarded(scenario);
        ScenarioText text = new ScenarioText(scenario.content());
        if (text.check(datasets.read(scenario.datasetId(), RunListener.SILENT)).scenario() == null) {
            throw new ScenarioRefusedException(HttpStatus.BAD_REQUEST, id, "scenario.refused.problems");
        }
        jobs.queue(actor, scenario, properties.settings(), clock.instant());
        worker.wakeAfterCommit();
    }

    @Transactional
    public void cancel(Actor actor, long id) {
        queries.get(actor.userName(), id);
        jobs.requestCancel(actor, id, clock.instant());
    }

    /** Notes that it was made the plan, in the transaction that starts that run. */
    void promoted(Actor actor, StoredScenario scenario) {
        change(
                actor,
                scenario,
                "promote",
                scenario.shared(),
                ScenarioState.PROMOTED,
                new ScenarioText(scenario.content()),
                "");
    }

    private StoredScenario own(Actor actor, long id, int version) {
        StoredScenario scenario = queries.lock(actor.userName(), id);
        if (!scenario.isOwnedBy(actor.userName())) {
            throw new ScenarioRefusedException(HttpStatus.FORBIDDEN, id, "scenario.refused.owner", scenario.owner());
        }
        requireVersion(scenario, version);
        return scenario;
    }

    static void requireVersion(StoredScenario scenario, int version) {
        if (scenario.version() != version) {
            throw new ScenarioRefusedException(
                    HttpStatus.CONFLICT,
                    scenario.id(),
                    "scenario.refused.version",
                    scenario.changedAt().toInstant().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private static void requireDraft(StoredScenario scenario) {
        if (!scenario.isDraft()) {
            throw new ScenarioRefusedException(HttpStatus.CONFLICT, scenario.id(), "scenario.refused.frozen");
        }
    }

    static void requireNotDiscarded(StoredScenario scenario) {
        if (scenario.isDiscarded()) {
            throw new ScenarioRefusedException(HttpStatus.CONFLICT, scenario.id(), "scenario.refused.discarded");
        }
    }

    private void change(
            Actor actor,
            StoredScenario before,
            String action,
            boolean shared,
            ScenarioState state,
            ScenarioText text,
            String reason) {
        Instant now = clock.instant();
        jdbc.sql("""
                        UPDATE scenario SET shared = :shared, state = :state, content = :content, name = :name,
                            version = version + 1, changed_at = :now
                        WHERE id = :id""")
                .param("shared", shared)
                .param("state", state.name())
                .param("content", text.content())
                .param("name", text.name(before.name()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", before.id())
                .update();
        StoredScenario after = queries.get(before.owner(), before.id());
        audit.append(new AuditEntry(
                actor,
                SUBJECT_KIND,
                String.valueOf(before.id()),
                action,
                Audited.of(before),
                Audited.of(after),
                reason));
    }
}
