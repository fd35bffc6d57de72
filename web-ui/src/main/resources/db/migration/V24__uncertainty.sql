-- What may happen to a plan: its figures over sampled futures, the chance of a stockout by SKU-location and bucket, and how
-- much stock which service takes. Worked out after the plan is stored. Money is in currency units, shares are 0 to 1.

create table uncertainty_job (
    run_id      bigint primary key references plan on delete cascade,
    status      text        not null check (status in ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED')),
    attempts    integer     not null default 0,
    seed        bigint      not null,
    paths       integer     not null check (paths > 0),
    error       text,
    queued_at   timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    check ((status = 'FAILED') = (error is not null)),
    check ((status in ('FINISHED', 'FAILED')) = (finished_at is not null))
);

comment on column uncertainty_job.attempts is 'how often it was begun: a stop of the application interrupts it';
comment on column uncertainty_job.paths is 'how many futures';

create unique index one_uncertainty_job_at_work on uncertainty_job (status) where status = 'RUNNING';

create table plan_spread (
    run_id         bigint           not null references plan on delete cascade,
    conduct        text             not null check (conduct in ('AS_PLANNED', 'BY_POLICY')),
    figure         text             not null,
    bucket         integer          not null,
    mean           double precision not null,
    standard_error double precision not null,
    low            double precision not null,
    lower_quartile double precision not null,
    median         double precision not null,
    upper_quartile double precision not null,
    high           double precision not null,
    primary key (run_id, conduct, figure, bucket)
);

comment on column plan_spread.bucket is 'from 0; -1: over the horizon';
comment on column plan_spread.standard_error is 'of the mean; NaN of a single future';
comment on column plan_spread.low is 'one future in twenty is below, and one above high';

create table stockout_risk (
    run_id              bigint             not null,
    conduct             text               not null check (conduct in ('AS_PLANNED', 'BY_POLICY')),
    item                text               not null,
    warehouse           text               not null,
    by_bucket           double precision[] not null,
    any_bucket          double precision   not null,
    demand_units        double precision   not null,
    short_units         double precision   not null,
    average_stock_units double precision   not null,
    primary key (run_id, conduct, item, warehouse),
    foreign key (run_id, item, warehouse) references sku_location on delete cascade
);

comment on column stockout_risk.by_bucket is 'share of futures in which customers wait at the bucket''s end';
comment on column stockout_risk.short_units is 'not served at once, on average';

create table service_curve (
    run_id                     bigint             not null references plan on delete cascade,
    scope                      text               not null check (scope in ('ALL', 'CATEGORY', 'ITEM')),
    name                       text               not null,
    locations                  integer            not null,
    service_target             double precision[] not null,
    stock_value                double precision[] not null,
    safety_stock_value         double precision[] not null,
    fill_rate                  double precision[] not null,
    cycle_service              double precision[] not null,
    current_target             double precision   not null,
    current_stock_value        double precision   not null,
    current_safety_stock_value double precision   not null,
    current_fill_rate          double precision   not null,
    current_cycle_service      double precision   not null,
    primary key (run_id, scope, name)
);

comment on column service_curve.name is 'of the category or the item; blank: the whole business';
comment on column service_curve.current_target is 'of today, on average by demand';

alter table scenario_run add futures jsonb;

comment on column scenario_run.futures is 'what may happen to the scenario and to its base, by one seed; null: not worked out';
