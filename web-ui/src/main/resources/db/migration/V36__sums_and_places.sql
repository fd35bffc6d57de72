-- What pages would otherwise add up or sort anew at every visit, though it never changes once a plan is stored.

create table accuracy_sum (
    run_id        bigint           not null references plan on delete cascade,
    scope         text             not null check (scope in ('ALL', 'CATEGORY', 'GIVEN')),
    category      text             not null,
    sku_locations integer          not null,
    judged        integer          not null,
    worse         integer          not null,
    naive_cost    double precision not null,
    forecast_cost double precision not null,
    given_cost    double precision not null,
    primary key (run_id, scope, category)
);

comment on table accuracy_sum is 'errors of a bucket at unit cost, in currency units: of all, by category, and where a forecast from outside was given';
comment on column accuracy_sum.category is 'blank but for scope CATEGORY, or of items without one';
comment on column accuracy_sum.sku_locations is 'of scope GIVEN: those with a forecast from outside';
comment on column accuracy_sum.worse is 'than the naive forecast; of scope GIVEN: than the computed one';

create table accuracy_place (
    run_id      bigint           not null references plan on delete cascade,
    place       integer          not null,
    item        text             not null,
    warehouse   text             not null,
    value_added double precision not null,
    primary key (run_id, place)
);

comment on table accuracy_place is 'those judged, in order of what forecasting adds (currency units a bucket), the least first';
comment on column accuracy_place.place is 'from 1';

create function fill_accuracy(run bigint) returns void language sql as $$
    -- NaN stands for "not judged".
    with error as (
        select category, given_buckets > 0 as given, naive_error <> 'NaN' and forecast_error <> 'NaN' as judged,
            forecast_error > naive_error as worse, given_error > forecast_error_where_given as given_worse,
            naive_error * unit_cost as naive, forecast_error * unit_cost as forecast,
            naive_error_where_given * unit_cost as naive_where_given,
            forecast_error_where_given * unit_cost as forecast_where_given, given_error * unit_cost as given_value
        from sku_location join plan_item using (run_id, item) where run_id = run)
    insert into accuracy_sum
    select run, 'ALL', '', count(*), count(*) filter (where judged), count(*) filter (where judged and worse),
        coalesce(sum(naive) filter (where judged), 0), coalesce(sum(forecast) filter (where judged), 0), 0
    from error
    union all
    select run, 'CATEGORY', category, count(*), count(*), count(*) filter (where worse), sum(naive), sum(forecast), 0
    from error where judged group by category
    union all
    select run, 'GIVEN', '', count(*), count(*), count(*) filter (where given_worse), coalesce(sum(naive_where_given), 0),
        coalesce(sum(forecast_where_given), 0), coalesce(sum(given_value), 0)
    from error where given;

    insert into accuracy_place
    select run, row_number() over (order by value_added, item, warehouse), item, warehouse, value_added
    from (
        select item, warehouse, (naive_error - forecast_error) * unit_cost as value_added
        from sku_location join plan_item using (run_id, item)
        where run_id = run and naive_error <> 'NaN' and forecast_error <> 'NaN') judged;
$$;

select fill_accuracy(run_id) from plan;

-- A page of what may be out of stock is the next rows along the index of what it is sorted by, counted along it as well.
alter table stockout_risk
    add column abc_class   text           not null default '',
    add column short_value numeric(18, 6) not null default 0,
    add column fill_rate   double precision
        generated always as (case when demand_units > 0 then 1 - short_units / demand_units else 1 end) stored;

comment on column stockout_risk.short_value is 'short_units at unit cost, in currency units';

update stockout_risk r set abc_class = s.abc_class, short_value = r.short_units * i.unit_cost
from sku_location s join plan_item i on i.run_id = s.run_id and i.item = s.item
where s.run_id = r.run_id and s.item = r.item and s.warehouse = r.warehouse;

alter table stockout_risk
    alter column abc_class drop default,
    alter column short_value drop default;

create index stockout_risk_any on stockout_risk
    (run_id, conduct, any_bucket desc, short_value desc, item, warehouse) include (abc_class);
create index stockout_risk_short_value on stockout_risk
    (run_id, conduct, short_value desc, item, warehouse) include (any_bucket, abc_class);
create index stockout_risk_fill_rate on stockout_risk
    (run_id, conduct, fill_rate, short_value desc, item, warehouse) include (any_bucket, abc_class);

create table bucket_shortage (
    run_id   bigint           not null references plan on delete cascade,
    conduct  text             not null,
    bucket   integer          not null,
    expected double precision not null,
    primary key (run_id, conduct, bucket)
);

comment on column bucket_shortage.expected is 'SKU-locations out of stock at the bucket''s end, on average of the futures';

insert into bucket_shortage
select run_id, conduct, p.bucket - 1, sum(p.probability)
from stockout_risk r, unnest(r.by_bucket) with ordinality as p (probability, bucket) group by run_id, conduct, p.bucket;

analyze accuracy_place, stockout_risk;

-- What a change of a scenario may name, and what the text of one says, read once in a dataset: datasets never change.
create table scenario_choices (
    dataset_id bigint primary key references dataset on delete cascade,
    choices    jsonb not null
);

create table scenario_reading (
    dataset_id bigint not null references dataset on delete cascade,
    text_hash  text   not null,
    reading    jsonb  not null,
    primary key (dataset_id, text_hash)
);

comment on column scenario_reading.text_hash is 'SHA-256 of the text, in hexadecimal digits';

-- The lines of each order added up: lists of orders show it of all of them. An order without lines has no sums.
create table order_sum (
    order_id       bigint primary key references orders on delete cascade,
    line_count     integer        not null,
    due_date       date           not null,
    quantity_units bigint         not null,
    value          numeric(18, 2) not null,
    runs_out       date,
    short_units    bigint         not null,
    left_out_cost  numeric(18, 2) not null
);

comment on table order_sum is 'kept by triggers on order_line, whatever changes it';
comment on column order_sum.due_date is 'of its last line';
comment on column order_sum.runs_out is 'of its first line; null: nothing runs out';

create function sum_up_order_lines(changed_orders bigint[]) returns void language sql as $$
    delete from order_sum where order_id = any (changed_orders);
    insert into order_sum
    select order_id, count(*), max(due_date), sum(quantity_units), sum(value), min(runs_out), sum(short_units),
        sum(left_out_cost)
    from order_line where order_id = any (changed_orders) group by order_id;
$$;

create function order_lines_changed() returns trigger language plpgsql as $$
begin
    perform sum_up_order_lines(array(select distinct order_id from changed));
    return null;
end
$$;

-- A line may have moved to another order.
create function order_lines_updated() returns trigger language plpgsql as $$
begin
    perform sum_up_order_lines(array(select order_id from before union select order_id from changed));
    return null;
end
$$;

create trigger order_lines_inserted after insert on order_line referencing new table as changed
    for each statement execute function order_lines_changed();
create trigger order_lines_deleted after delete on order_line referencing old table as changed
    for each statement execute function order_lines_changed();
create trigger order_lines_updated after update on order_line referencing old table as before new table as changed
    for each statement execute function order_lines_updated();

select sum_up_order_lines(array(select id from orders));
analyze order_sum;
