-- What the page of a plan would otherwise add up at every visit.

alter table plan add column sku_locations integer not null default 0;

create table exception_sum (
    run_id     bigint         not null references plan on delete cascade,
    kind       text           not null,
    severity   text           not null,
    exceptions integer        not null,
    value      numeric(18, 2) not null,
    first_rank integer        not null,
    primary key (run_id, kind)
);

comment on column exception_sum.severity is 'of the gravest, which has the first rank';

create table proposal_sum (
    run_id   bigint         not null references plan on delete cascade,
    transfer boolean        not null,
    date     date           not null,
    orders   integer        not null,
    units    bigint         not null,
    value    numeric(18, 2) not null,
    primary key (run_id, transfer, date)
);

comment on table proposal_sum is 'proposed orders by the day on which they are released';
comment on column proposal_sum.value is 'of purchase orders: what they cost; of transfers: the cost of moving';

create function sum_up_plan(run bigint) returns void language sql as $$
    update plan set sku_locations = (select count(*) from sku_location s where s.run_id = run) where run_id = run;

    insert into exception_sum
    select run, kind, (array_agg(severity order by rank))[1], count(*), sum(value), min(rank)
    from plan_exception where run_id = run group by kind;

    insert into proposal_sum
    select run, false, order_date, count(*), coalesce(sum(units), 0), sum(value)
    from purchase_order o
    left join (select number, sum(quantity_units) as units from purchase_order_line where run_id = run group by number) l
        using (number)
    where run_id = run group by order_date
    union all
    select run, true, ship_date, count(*), sum(quantity_units), sum(cost)
    from transfer_order where run_id = run group by ship_date;
$$;

select sum_up_plan(run_id) from plan;
