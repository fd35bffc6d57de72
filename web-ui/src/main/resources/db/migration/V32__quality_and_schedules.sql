-- What looks wrong in the data of the latest plan, and which records are worth counting. Money is in currency units.

create table quality_total (
    run_id        bigint         not null references plan on delete cascade,
    kind          text           not null,
    finding_count integer        not null,
    value         numeric(18, 2) not null,
    primary key (run_id, kind)
);

create table quality_finding (
    run_id    bigint         not null references plan on delete cascade,
    kind      text           not null,
    rank      integer        not null,
    item      text           not null,
    warehouse text           not null,
    date      date,
    value     numeric(18, 2) not null,
    found     text           not null,
    advice    text           not null,
    primary key (run_id, kind, rank)
);

comment on table quality_finding is 'of the latest plan only, and of each kind the worst; quality_total has all in numbers';

create table count_proposal (
    run_id              bigint           not null references plan on delete cascade,
    rank                integer          not null,
    item                text             not null,
    warehouse           text             not null,
    on_hand_units       integer          not null,
    movements           integer          not null,
    error_sd_units      double precision not null,
    contradiction_units bigint           not null,
    shortage_cost       numeric(18, 2)   not null,
    holding_cost        numeric(18, 2)   not null,
    contradiction_value numeric(18, 2)   not null,
    cost                numeric(18, 2)   not null,
    primary key (run_id, rank)
);

comment on table count_proposal is 'of the latest plan only';

create index count_proposal_warehouse on count_proposal (run_id, warehouse, rank);

-- When each stage of a run began, so that the next run can tell how long it will take.
create table run_stage (
    run_id     bigint      not null references planning_run on delete cascade,
    stage      text        not null,
    started_at timestamptz not null,
    primary key (run_id, stage)
);

-- Runs that start by themselves.
create table run_schedule (
    id           bigint generated always as identity primary key,
    weekdays     integer[]   not null check (cardinality(weekdays) between 1 and 7),
    at_time      time        not null,
    zone         text        not null,
    enabled      boolean     not null,
    version      integer     not null default 1,
    last_due     timestamptz not null,
    last_outcome text check (last_outcome in ('STARTED', 'MISSED', 'BUSY', 'FAILED')),
    last_run     bigint references planning_run on delete set null,
    changed_by   text        not null,
    changed_at   timestamptz not null
);

comment on column run_schedule.weekdays is 'ISO, 1 is Monday';
comment on column run_schedule.zone is 'whose clock at_time is read from, such as Europe/London';
comment on column run_schedule.last_due is 'the last time it was due and has been dealt with; at first: when it was set up';
comment on column run_schedule.last_outcome is 'null: it has not been due yet; MISSED: the application was down when it was due, and it ran at the next start; BUSY: another run was at work; FAILED: it could not be started';

-- What moved most between two plans, worked out once.
create table run_comparison (
    run_a         bigint  not null references plan on delete cascade,
    run_b         bigint  not null references plan on delete cascade,
    changed_count integer not null,
    primary key (run_a, run_b)
);

create table run_move (
    run_a      bigint         not null,
    run_b      bigint         not null,
    rank       integer        not null,
    item       text           not null,
    warehouse  text           not null,
    bought_a   integer,
    bought_b   integer,
    moved_in_a integer,
    moved_in_b integer,
    on_hand_a  integer,
    on_hand_b  integer,
    reorder_a  integer,
    reorder_b  integer,
    value      numeric(18, 2) not null,
    primary key (run_a, run_b, rank),
    foreign key (run_a, run_b) references run_comparison on delete cascade
);

comment on column run_move.bought_a is 'null, like the others of a run: it did not plan the item there';
comment on column run_move.value is 'of what run b buys more, at unit cost; negative: less';

-- Lists of one kind of exceptions go by it.
create index plan_exception_kind on plan_exception (run_id, kind, rank);
