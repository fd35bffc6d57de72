-- What stock is worth, how it turns and what it earns, by plan. Money is in currency units, shares are 0 to 1.

create table value_point (
    run_id       bigint primary key,
    dataset_name text    not null,
    plan_date    date    not null,
    currency     text    not null,
    days         integer not null check (days > 0)
);

comment on table value_point is 'one a plan; it stays when the plan goes, so that value can be followed over the years';
comment on column value_point.days is 'of the horizon';

create index value_point_date on value_point (currency, plan_date desc, run_id desc);

create table value_snapshot (
    run_id               bigint           not null references value_point on delete cascade,
    scope                smallint         not null check (scope between 0 and 7),
    warehouse            text             not null,
    category             text             not null,
    abc_class            text             not null,
    locations            integer          not null,
    on_hand_value        numeric          not null,
    on_hand_m3           double precision not null,
    dead_value           numeric          not null,
    dead_m3              double precision not null,
    excess_value         numeric          not null,
    excess_m3            double precision not null,
    provision            numeric          not null,
    age_value            numeric[]        not null,
    age_m3               double precision[] not null,
    average_value        double precision not null,
    cost_of_sales        double precision not null,
    demand_units         bigint           not null,
    short_units          bigint           not null,
    buckets_with_demand  bigint           not null,
    buckets_served       bigint           not null,
    gross_margin         double precision not null,
    priced_average_value double precision not null,
    priced_locations     integer          not null,
    primary key (run_id, scope, warehouse, category, abc_class)
);

comment on column value_snapshot.scope is 'what the group is of: 1 a warehouse, 2 a category, 4 an ABC class, and their sums; 0: all';
comment on column value_snapshot.warehouse is 'blank where scope says all; the same of category and abc_class';
comment on column value_snapshot.age_value is 'on hand by days since the last sale: to 30, 90, 180, 365, more, never sold';
comment on column value_snapshot.gross_margin is 'over the horizon, where the selling price is known; so are the two columns after it';

create index value_snapshot_group on value_snapshot (scope, warehouse, category, abc_class, run_id);
