-- A planning run and the plan it made. A plan is written once, as a whole, and never changed.
-- Money is in currency units; quantities are whole units; volumes are cubic metres; shares are 0 to 1.

create table planning_run (
    id            bigint generated always as identity primary key,
    source        text             not null,
    status        text             not null check (status in ('RUNNING', 'FINISHED', 'FAILED')),
    stage         text             not null check (stage in ('IMPORT', 'FORECAST', 'RULES', 'OPTIMIZE', 'EXPLAIN')),
    stage_share   double precision not null default 0 check (stage_share between 0 and 1),
    detail        text             not null default '',
    error         text,
    settings      jsonb            not null,
    started_at    timestamptz      not null,
    finished_at   timestamptz,
    check ((status = 'RUNNING') = (finished_at is null)),
    check ((status = 'FAILED') = (error is not null))
);

comment on column planning_run.source is 'where the dataset came from';
comment on column planning_run.settings is 'budget of the optimizer, seed, threads';

-- One run works at a time.
create unique index planning_run_working on planning_run (status) where status = 'RUNNING';

create table plan (
    run_id                 bigint primary key references planning_run on delete cascade,
    dataset_name           text             not null,
    plan_date              date             not null,
    currency               text             not null,
    bucket                 text             not null check (bucket in ('DAY', 'WEEK', 'MONTH')),
    bucket_count           integer          not null,
    seed                   bigint           not null,
    service_level          double precision not null,
    fill_rate              double precision not null,
    opening_stock_value    numeric(18, 2)   not null,
    average_stock_value    numeric(18, 2)   not null,
    turns_per_year         double precision not null,
    days_of_supply         double precision not null,
    dead_stock_value       numeric(18, 2)   not null,
    excess_stock_value     numeric(18, 2)   not null,
    space_use_share        double precision,
    cash_use_share         double precision,
    purchase_value_now     numeric(18, 2)   not null,
    purchase_value_outlook numeric(18, 2)   not null,
    purchase_premium_cost  double precision not null,
    order_cost             double precision not null,
    holding_cost           double precision not null,
    shortage_cost          double precision not null,
    below_safety_cost      double precision not null,
    transfer_cost          double precision not null,
    obsolescence_cost      double precision not null,
    total_cost             double precision not null,
    lower_bound            double precision not null,
    gap                    double precision not null,
    score_calculations     bigint           not null,
    cut_short              boolean          not null
);

comment on column plan.space_use_share is 'null: no warehouse is limited';
comment on column plan.cash_use_share is 'null: cash is not limited';

create table plan_item (
    run_id      bigint         not null references plan on delete cascade,
    item        text           not null,
    description text           not null,
    category    text           not null,
    uom         text           not null,
    lifecycle   text           not null,
    unit_cost   numeric(18, 6) not null,
    primary key (run_id, item)
);

create table plan_warehouse (
    run_id      bigint not null references plan on delete cascade,
    warehouse   text   not null,
    name        text   not null,
    capacity_m3 double precision,
    primary key (run_id, warehouse)
);

create table plan_supplier (
    run_id         bigint  not null references plan on delete cascade,
    supplier       text    not null,
    name           text    not null,
    lead_time_days integer not null,
    primary key (run_id, supplier)
);

-- What lists show and filter by.
create table sku_location (
    run_id                 bigint           not null references plan on delete cascade,
    item                   text             not null,
    warehouse              text             not null,
    abc_class              text             not null,
    demand_class           text             not null,
    status                 text             not null,
    lifecycle_action       text             not null,
    stop_buy               boolean          not null,
    policy_type            text             not null,
    service_target         double precision not null,
    safety_stock_method    text             not null,
    safety_stock_units     integer          not null,
    reorder_point_units    integer          not null,
    order_up_to_units      integer          not null,
    order_quantity_units   integer          not null,
    review_days            integer          not null,
    lead_time_days         integer          not null,
    min_order_units        integer          not null,
    order_multiple_units   integer          not null,
    supplier               text,
    from_warehouse         text,
    on_hand_units          integer          not null,
    net_units              integer          not null,
    on_order_units         integer          not null,
    expiring_units         integer          not null,
    cover_days             double precision not null,
    on_hand_value          numeric(18, 2)   not null,
    annual_units           double precision not null,
    annual_value           double precision not null,
    demand_interval        double precision not null,
    demand_variation       double precision not null,
    days_since_last_sale   integer          not null,
    forecast_per_day       double precision not null,
    forecast_method        text             not null,
    forecast_why           text             not null,
    forecast_origins       integer          not null,
    mean_absolute_error    double precision not null,
    mean_scaled_error      double precision not null,
    tracking_signal        double precision not null,
    first_stockout_before  date,
    first_stockout_after   date,
    bought_units           integer          not null,
    moved_in_units         integer          not null,
    moved_out_units        integer          not null,
    primary key (run_id, item, warehouse),
    foreign key (run_id, item) references plan_item,
    foreign key (run_id, warehouse) references plan_warehouse
);

comment on column sku_location.supplier is 'where it usually comes from; null if it is not bought';
comment on column sku_location.from_warehouse is 'where it usually comes from if it is not bought; null if from nowhere';
comment on column sku_location.demand_interval is 'buckets for each bucket with demand; Infinity without demand';
comment on column sku_location.demand_variation is 'squared coefficient of variation of the sizes of demand';
comment on column sku_location.first_stockout_before is 'start of the first bucket with backorders if nothing new is bought or moved';

-- What only the page of one item at one warehouse shows. Arrays hold one value a bucket.
create table sku_location_series (
    run_id              bigint             not null,
    item                text               not null,
    warehouse           text               not null,
    history_start       date               not null,
    sold_units          double precision[] not null,
    in_stock_share      double precision[] not null,
    demand_units        double precision[] not null,
    forecast_mean_units double precision[] not null,
    forecast_sd_units   double precision[] not null,
    planned_demand      integer[]          not null,
    safety_stock        integer[]          not null,
    receipts_before     integer[]          not null,
    net_before          integer[]          not null,
    receipts_after      integer[]          not null,
    transfers_in_after  integer[]          not null,
    transfers_out_after integer[]          not null,
    net_after           integer[]          not null,
    conclusions         jsonb              not null,
    policy_steps        jsonb              not null,
    primary key (run_id, item, warehouse),
    foreign key (run_id, item, warehouse) references sku_location on delete cascade
);

comment on column sku_location_series.demand_units is 'what is forecast from; NaN: not known';
comment on column sku_location_series.net_before is 'stock at the end of the bucket, backorders negative, without the proposals';

create table purchase_order (
    run_id     bigint         not null references plan on delete cascade,
    number     text           not null,
    supplier   text           not null,
    warehouse  text           not null,
    order_date date           not null,
    due_date   date           not null,
    act_now    boolean        not null,
    line_count integer        not null,
    value      numeric(18, 2) not null,
    primary key (run_id, number),
    foreign key (run_id, supplier) references plan_supplier,
    foreign key (run_id, warehouse) references plan_warehouse
);

create table purchase_order_line (
    run_id               bigint         not null,
    number               text           not null,
    line                 integer        not null,
    item                 text           not null,
    quantity_units       integer        not null,
    order_multiple_units integer        not null,
    unit_cost            numeric(18, 6) not null,
    value                numeric(18, 2) not null,
    due_date             date           not null,
    reason               text           not null,
    primary key (run_id, number, line),
    foreign key (run_id, number) references purchase_order on delete cascade,
    foreign key (run_id, item) references plan_item
);

create index purchase_order_line_item on purchase_order_line (run_id, item);

create table transfer_order (
    run_id         bigint         not null references plan on delete cascade,
    number         text           not null,
    from_warehouse text           not null,
    to_warehouse   text           not null,
    ship_date      date           not null,
    due_date       date           not null,
    act_now        boolean        not null,
    line_count     integer        not null,
    quantity_units bigint         not null,
    cost           numeric(18, 2) not null,
    primary key (run_id, number),
    foreign key (run_id, from_warehouse) references plan_warehouse,
    foreign key (run_id, to_warehouse) references plan_warehouse
);

create table transfer_order_line (
    run_id         bigint         not null,
    number         text           not null,
    line           integer        not null,
    item           text           not null,
    quantity_units integer        not null,
    cost           numeric(18, 2) not null,
    reason         text           not null,
    primary key (run_id, number, line),
    foreign key (run_id, number) references transfer_order on delete cascade,
    foreign key (run_id, item) references plan_item
);

create index transfer_order_line_item on transfer_order_line (run_id, item);

-- Why a line is proposed; order and transfer numbers do not collide.
create table explanation (
    run_id    bigint  not null references plan on delete cascade,
    number    text    not null,
    line      integer not null,
    item      text    not null,
    warehouse text    not null,
    body      jsonb   not null,
    primary key (run_id, number, line)
);

create index explanation_location on explanation (run_id, item, warehouse);

create table limit_use (
    run_id       bigint           not null references plan on delete cascade,
    kind         text             not null,
    warehouse    text             not null,
    period_start date             not null,
    limit_amount double precision not null,
    used_amount  double precision not null,
    price        double precision not null,
    primary key (run_id, kind, warehouse, period_start)
);

comment on column limit_use.warehouse is 'blank: all';
comment on column limit_use.price is 'what one more unit of the limit would save, in currency units';

create table plan_exception (
    run_id         bigint         not null references plan on delete cascade,
    rank           integer        not null,
    severity       text           not null,
    kind           text           not null,
    item           text,
    warehouse      text,
    date           date           not null,
    quantity_units integer        not null,
    value          numeric(18, 2) not null,
    message        text           not null,
    action         text           not null,
    primary key (run_id, rank)
);

comment on column plan_exception.rank is 'gravest first, from 1';

create index plan_exception_location on plan_exception (run_id, item, warehouse);

create table plan_violation (
    run_id bigint           not null references plan on delete cascade,
    rank   integer          not null,
    kind   text             not null,
    place  text             not null,
    excess double precision not null,
    primary key (run_id, rank)
);
