-- What-ifs of planners, their runs beside the base, and the plans that one of them was made the plan by.

create table scenario (
    id         bigint generated always as identity primary key,
    owner      text        not null,
    shared     boolean     not null default false,
    name       text        not null check (name <> ''),
    content    text        not null,
    dataset_id bigint references dataset,
    state      text        not null default 'DRAFT' check (state in ('DRAFT', 'PROMOTED', 'DISCARDED')),
    version    integer     not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

comment on column scenario.shared is 'whether everybody may read it; only its owner may change it';
comment on column scenario.content is 'YAML, as a scenario file has it';
comment on column scenario.dataset_id is 'what it changes; null: the sample';
comment on column scenario.version is 'grows with each change, so that of two people at once one is told';

create index scenario_owner on scenario (owner);
create index scenario_dataset on scenario (dataset_id);

create table scenario_run (
    id                  bigint generated always as identity primary key,
    scenario_id         bigint      not null references scenario,
    version             integer     not null,
    content             text        not null,
    dataset_id          bigint references dataset,
    base_run            bigint references planning_run,
    settings            jsonb       not null,
    status              text        not null check (status in ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED', 'CANCELLED')),
    attempts            integer     not null default 0,
    stage               text,
    stage_share         double precision not null default 0,
    detail              text        not null default '',
    result              jsonb,
    cut_short           boolean,
    error               text,
    cancel_requested_by text,
    queued_by           text        not null,
    queued_at           timestamptz not null,
    started_at          timestamptz,
    finished_at         timestamptz,
    check ((status = 'FINISHED') = (result is not null)),
    check ((status = 'FAILED') = (error is not null))
);

comment on column scenario_run.content is 'the scenario as it was when the run was asked for';
comment on column scenario_run.base_run is 'of the plan that was shown then; null: none was';
comment on column scenario_run.attempts is 'how often it was begun: a stop of the application interrupts it';
comment on column scenario_run.result is 'figures of the scenario and of its base';

create unique index one_scenario_run_at_work on scenario_run ((true)) where status = 'RUNNING';
create unique index one_open_run_a_scenario on scenario_run (scenario_id) where status in ('QUEUED', 'RUNNING');
create index scenario_run_of on scenario_run (scenario_id, id);

alter table planning_run
    add scenario_id      bigint references scenario,
    add scenario_content text;

comment on column planning_run.scenario_id is 'which what-if was made the plan; null: none';
comment on column planning_run.scenario_content is 'it, as it was planned';
