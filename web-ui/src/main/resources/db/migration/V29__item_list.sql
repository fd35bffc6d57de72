-- The list of all SKU-locations of the current plan, as it is searched, filtered and sorted: a row each with all that a
-- column can show, so that a page of it is read along one index however many rows there are.

create table plan_override (
    run_id    bigint not null references plan on delete cascade,
    item      text   not null,
    warehouse text   not null,
    fields    text[] not null,
    reason    text   not null,
    last_day  date,
    primary key (run_id, item, warehouse)
);

comment on table plan_override is 'where a person''s values went before those of the rules, in the plan';
comment on column plan_override.fields is 'columns of policy_overrides.csv that took effect';
comment on column plan_override.last_day is 'null: without end';

create table item_list (
    item                  text             not null,
    warehouse             text             not null,
    description           text             not null,
    category              text             not null,
    uom                   text             not null,
    lifecycle             text             not null,
    unit_cost             numeric(18, 6)   not null,
    supplier              text             not null,
    supplier_name         text             not null,
    abc_class             text             not null,
    demand_class          text             not null,
    status                text             not null,
    lifecycle_action      text             not null,
    stop_buy              boolean          not null,
    policy_type           text             not null,
    safety_stock_method   text             not null,
    forecast_method       text             not null,
    service_target        double precision not null,
    safety_stock_units    integer          not null,
    reorder_point_units   integer          not null,
    order_up_to_units     integer          not null,
    order_quantity_units  integer          not null,
    review_days           integer          not null,
    lead_time_days        integer          not null,
    min_order_units       integer          not null,
    order_multiple_units  integer          not null,
    on_hand_units         integer          not null,
    net_units             integer          not null,
    on_order_units        integer          not null,
    expiring_units        integer          not null,
    cover_days            double precision not null,
    on_hand_value         numeric(18, 2)   not null,
    annual_units          double precision not null,
    annual_value          double precision not null,
    days_since_last_sale  integer          not null,
    forecast_per_day      double precision not null,
    mean_scaled_error     double precision not null,
    tracking_signal       double precision not null,
    runs_out_before       date             not null,
    runs_out_after        date             not null,
    bought_units          integer          not null,
    moved_in_units        integer          not null,
    moved_out_units       integer          not null,
    proposed_units        integer          not null,
    exceptions            integer          not null,
    severity              text             not null,
    kinds                 text[]           not null,
    overridden            text[]           not null,
    search                text             not null,
    primary key (item, warehouse)
);

comment on table item_list is 'of the current plan alone, replaced with it';
comment on column item_list.supplier is 'or the warehouse that it usually comes from; blank: from nowhere';
comment on column item_list.runs_out_before is 'if nothing new is bought or moved; 9999-12-31: it does not, within the horizon';
comment on column item_list.severity is 'of its gravest exception; blank: it has none';
comment on column item_list.search is 'what a search looks in, in lower case';

-- One for each column that the list can be sorted by; a page begins after a key of column, item and warehouse.
create index item_list_description on item_list (description, item, warehouse);
create index item_list_warehouse on item_list (warehouse, item);
create index item_list_category on item_list (category, item, warehouse);
create index item_list_supplier on item_list (supplier, item, warehouse);
create index item_list_unit_cost on item_list (unit_cost, item, warehouse);
create index item_list_abc_class on item_list (abc_class, item, warehouse);
create index item_list_status on item_list (status, item, warehouse);
create index item_list_service_target on item_list (service_target, item, warehouse);
create index item_list_safety_stock on item_list (safety_stock_units, item, warehouse);
create index item_list_reorder_point on item_list (reorder_point_units, item, warehouse);
create index item_list_order_up_to on item_list (order_up_to_units, item, warehouse);
create index item_list_lead_time on item_list (lead_time_days, item, warehouse);
create index item_list_on_hand on item_list (on_hand_units, item, warehouse);
create index item_list_on_order on item_list (on_order_units, item, warehouse);
create index item_list_expiring on item_list (expiring_units, item, warehouse);
create index item_list_cover on item_list (cover_days, item, warehouse);
create index item_list_value on item_list (on_hand_value, item, warehouse);
create index item_list_annual_units on item_list (annual_units, item, warehouse);
create index item_list_annual_value on item_list (annual_value, item, warehouse);
create index item_list_last_sale on item_list (days_since_last_sale, item, warehouse);
create index item_list_forecast on item_list (forecast_per_day, item, warehouse);
create index item_list_scaled_error on item_list (mean_scaled_error, item, warehouse);
create index item_list_tracking_signal on item_list (tracking_signal, item, warehouse);
create index item_list_runs_out_before on item_list (runs_out_before, item, warehouse);
create index item_list_runs_out_after on item_list (runs_out_after, item, warehouse);
create index item_list_proposed on item_list (proposed_units, item, warehouse);
create index item_list_exceptions on item_list (exceptions, item, warehouse);

-- What it is filtered by besides.
create index item_list_demand_class on item_list (demand_class);
create index item_list_policy_type on item_list (policy_type);
create index item_list_forecast_method on item_list (forecast_method);
create index item_list_lifecycle on item_list (lifecycle);
create index item_list_stop_buy on item_list (item) where stop_buy;
create index item_list_overridden on item_list (item) where overridden <> '{}';
create index item_list_kinds on item_list using gin (kinds);

-- Parts of words are found by their trigrams. A server of one's own may have no such extension; then they are found by
-- reading the whole list, which takes some ten times as long.
do $$
begin
    create extension if not exists pg_trgm;
    create index item_list_search on item_list using gin (search gin_trgm_ops);
exception
    when undefined_file or feature_not_supported or insufficient_privilege or undefined_object then
        raise notice 'pg_trgm is not at hand: %', sqlerrm;
end
$$;

-- What the list can be narrowed to, and how many rows are then left.
create table item_facet (
    kind  text    not null,
    value text    not null,
    name  text    not null,
    rows  integer not null,
    primary key (kind, value)
);

create function fill_item_list(run bigint) returns void language sql as $$
    delete from item_list;
    insert into item_list
    select s.item, s.warehouse, i.description, i.category, i.uom, i.lifecycle, i.unit_cost,
        coalesce(s.supplier, s.from_warehouse, ''), coalesce(p.name, f.name, ''),
        abc_class, demand_class, status, lifecycle_action, stop_buy, policy_type, safety_stock_method, forecast_method,
        service_target, safety_stock_units, reorder_point_units, order_up_to_units, order_quantity_units,
        review_days, s.lead_time_days, min_order_units, order_multiple_units,
        on_hand_units, net_units, on_order_units, expiring_units, cover_days, on_hand_value,
        annual_units, annual_value, days_since_last_sale, forecast_per_day, mean_scaled_error, tracking_signal,
        coalesce(first_stockout_before, date '9999-12-31'), coalesce(first_stockout_after, date '9999-12-31'),
        bought_units, moved_in_units, moved_out_units, bought_units + moved_in_units,
        coalesce(e.exceptions, 0), coalesce(e.severity, ''), coalesce(e.kinds, '{}'), coalesce(o.fields, '{}'),
        lower(concat_ws(' ', s.item, i.description, i.category, s.warehouse, w.name, s.supplier, p.name))
    from sku_location s
    join plan_item i on i.run_id = s.run_id and i.item = s.item
    join plan_warehouse w on w.run_id = s.run_id and w.warehouse = s.warehouse
    left join plan_supplier p on p.run_id = s.run_id and p.supplier = s.supplier
    left join plan_warehouse f on f.run_id = s.run_id and f.warehouse = s.from_warehouse
    left join plan_override o on o.run_id = s.run_id and o.item = s.item and o.warehouse = s.warehouse
    left join (
        select item, warehouse, count(*) as exceptions, (array_agg(severity order by rank))[1] as severity,
            array_agg(distinct kind) as kinds
        from plan_exception where run_id = run and item is not null and warehouse is not null
        group by item, warehouse) e on e.item = s.item and e.warehouse = s.warehouse
    where s.run_id = run;

    delete from item_facet;
    insert into item_facet
    select 'ALL', '', '', count(*) from item_list
    union all
    select 'WAREHOUSE', l.warehouse, max(w.name), count(*)
    from item_list l join plan_warehouse w on w.run_id = run and w.warehouse = l.warehouse group by l.warehouse
    union all
    select 'SUPPLIER', supplier, max(supplier_name), count(*) from item_list where supplier <> '' group by supplier
    union all
    select 'CATEGORY', category, category, count(*) from item_list where category <> '' group by category
    union all
    select 'POLICY', policy_type, policy_type, count(*) from item_list group by policy_type
    union all
    select 'METHOD', forecast_method, forecast_method, count(*) from item_list group by forecast_method
    union all
    select 'LIFECYCLE', lifecycle, lifecycle, count(*) from item_list group by lifecycle;
$$;

-- The plan that is shown when this version comes.
select fill_item_list(max(run_id)) from plan having max(run_id) is not null;
analyze item_list;

-- Views of the list that people keep: what it is filtered and sorted by, and its columns.
create table item_view (
    id        bigint generated always as identity primary key,
    owner     text        not null,
    name      text        not null check (name <> ''),
    query     text        not null,
    shared    boolean     not null default false,
    changed_at timestamptz not null,
    unique (owner, name)
);

comment on column item_view.query is 'the address''s part behind the question mark';
comment on column item_view.shared is 'whether everybody sees it; only its owner may change it';

create index item_view_shared on item_view (name) where shared;
