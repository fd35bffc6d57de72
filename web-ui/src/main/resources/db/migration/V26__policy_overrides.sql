-- Values of a policy that people set in place of the rules', to stand until they are ended; and, with each plan, what the
-- rules would have chosen. What was once set is never changed: another value is another row.

create table policy_override (
    id         bigint generated always as identity primary key,
    item       text             not null,
    warehouse  text             not null,
    field      text             not null check (field in ('SERVICE_LEVEL', 'SAFETY_STOCK', 'REORDER_POINT',
        'ORDER_UP_TO_LEVEL', 'MIN_QUANTITY', 'MAX_QUANTITY', 'STOP_BUY')),
    value      double precision not null check (value >= 0),
    reason     text             not null check (reason <> ''),
    expires_on date,
    set_by     text             not null,
    set_at     timestamptz      not null,
    ended_by   text,
    ended_at   timestamptz,
    check ((ended_by is null) = (ended_at is null))
);

comment on column policy_override.value is 'units; of SERVICE_LEVEL a share of 0.5 to below 1; of STOP_BUY 1';
comment on column policy_override.expires_on is 'last day of which a plan takes it; null: no end';
comment on column policy_override.ended_by is 'who ended it or set another value';

create unique index policy_override_standing on policy_override (item, warehouse, field) where ended_at is null;
create index policy_override_of_location on policy_override (item, warehouse, id);
create index policy_override_latest on policy_override (set_at desc, id desc);

-- What the rules and formulas say of the SKU-locations of which a person says otherwise.
create table plan_rules_policy (
    run_id               bigint           not null references plan on delete cascade,
    item                 text             not null,
    warehouse            text             not null,
    service_target       double precision not null,
    safety_stock_units   integer          not null,
    reorder_point_units  integer          not null,
    order_up_to_units    integer          not null,
    order_quantity_units integer          not null,
    stop_buy             boolean          not null,
    primary key (run_id, item, warehouse)
);

-- The overrides that came with the dataset, as far as they are in force on the plan's date.
create table plan_given_override (
    run_id            bigint  not null references plan on delete cascade,
    item              text    not null,
    warehouse         text    not null,
    row_number        integer not null,
    safety_stock      integer,
    reorder_point     integer,
    order_up_to_level integer,
    min_quantity      integer,
    max_quantity      integer,
    service_level     double precision,
    stop_buy          boolean not null,
    reason            text    not null,
    expires_on        date,
    primary key (run_id, item, warehouse, row_number)
);

comment on column plan_given_override.warehouse is 'blank: all';
comment on column plan_given_override.row_number is 'order of the dataset: of two for the same place the later one holds';
