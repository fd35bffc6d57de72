-- What people change of forecasts, to stand for every plan; with each plan, its forecasts by level, before and after those
-- changes; and, once its days have passed, what became of each.

create table forecast_change (
    id        bigint generated always as identity primary key,
    kind      text             not null check (kind in ('SET', 'ADD', 'PERCENT', 'PROMOTION', 'LIKE')),
    item      text             not null,
    category  text             not null,
    warehouse text             not null,
    like_item text             not null,
    from_day  date             not null,
    to_day    date,
    amount    double precision not null,
    reason    text             not null check (reason <> ''),
    set_by    text             not null,
    set_at    timestamptz      not null,
    ended_by  text,
    ended_at  timestamptz,
    check ((ended_by is null) = (ended_at is null)),
    check (to_day is null or to_day >= from_day),
    check (item = '' or category = ''),
    check ((kind = 'LIKE') = (like_item <> '')),
    check (kind <> 'LIKE' or item <> ''),
    check (kind <> 'PROMOTION' or item <> '' or category <> '')
);

comment on column forecast_change.item is 'blank: all, or those of the category';
comment on column forecast_change.category is 'blank: all, or the one item';
comment on column forecast_change.warehouse is 'blank: all';
comment on column forecast_change.like_item is 'whose forecast the item takes; blank unless kind is LIKE';
comment on column forecast_change.amount is 'SET: units a bucket; ADD: units a bucket more; PERCENT, PROMOTION: percent more; LIKE: percent of the other';
comment on column forecast_change.to_day is 'last day; null: no end';

create index forecast_change_standing on forecast_change (id) where ended_at is null;
create index forecast_change_latest on forecast_change (set_at desc, id desc);

-- Sums over SKU-locations, one value a bucket; blank: all. Of single items the series of their SKU-locations are read.
create table forecast_level (
    run_id            bigint             not null references plan on delete cascade,
    category          text               not null,
    warehouse         text               not null,
    sku_locations     integer            not null,
    sold_units        double precision[] not null,
    statistical_units double precision[] not null,
    final_units       double precision[] not null,
    primary key (run_id, category, warehouse)
);

comment on column forecast_level.sold_units is 'of the last year, ending at the plan''s date';
comment on column forecast_level.statistical_units is 'as computed, before people''s changes';

-- Forecasts as computed, of the SKU-locations where people's changes made them others.
create table forecast_statistical (
    run_id     bigint             not null references plan on delete cascade,
    item       text               not null,
    warehouse  text               not null,
    mean_units double precision[] not null,
    primary key (run_id, item, warehouse)
);

-- Of each level that a change names, the buckets in which people's changes made a difference to the plan.
create table forecast_edited (
    run_id            bigint           not null references plan on delete cascade,
    item              text             not null,
    category          text             not null,
    warehouse         text             not null,
    bucket_start      date             not null,
    bucket_end        date             not null,
    statistical_units double precision not null,
    final_units       double precision not null,
    primary key (run_id, item, category, warehouse, bucket_start)
);

comment on column forecast_edited.bucket_end is 'first day after it';

create index forecast_edited_passed on forecast_edited (bucket_end);

-- The same once it has passed, as the last plan before it had it, beside what was sold. Stays when the plan goes.
create table forecast_judged (
    item              text             not null,
    category          text             not null,
    warehouse         text             not null,
    bucket_start      date             not null,
    bucket_end        date             not null,
    plan_date         date             not null,
    statistical_units double precision not null,
    final_units       double precision not null,
    sold_units        double precision not null,
    primary key (item, category, warehouse, bucket_start, bucket_end)
);
