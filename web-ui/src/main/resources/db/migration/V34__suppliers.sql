-- Suppliers as a plan sees them. Money is in currency units, shares are 0 to 1.

create table supplier_figure (
    run_id               bigint           not null references plan on delete cascade,
    supplier             text             not null,
    items                integer          not null,
    sole_items           integer          not null,
    locations            integer          not null,
    annual_value         double precision not null,
    sole_annual_value    double precision not null,
    safety_stock_value   double precision not null,
    day_less_value       double precision not null,
    half_spread_value    double precision not null,
    lead_time_sd_days    double precision not null,
    order_cost           numeric(18, 2)   not null,
    payment_terms_days   integer          not null,
    container_cost       numeric(18, 2),
    open_lines           integer          not null,
    open_value           numeric(18, 2)   not null,
    late_lines           integer          not null,
    late_value           numeric(18, 2)   not null,
    proposed_now_value   numeric(18, 2)   not null,
    outlook_value        numeric(18, 2)   not null,
    due_lines            integer          not null,
    otif_lines           integer          not null,
    received_lines       integer          not null,
    mean_lead_time_days  double precision not null,
    primary key (run_id, supplier)
);

comment on column supplier_figure.sole_items is 'of items those that nobody else can deliver';
comment on column supplier_figure.day_less_value is 'safety stock that a lead time a day shorter would save';
comment on column supplier_figure.half_spread_value is 'safety stock that half the spread of the lead time would save';
comment on column supplier_figure.late_lines is 'of the open ones those that were due before the plan''s date';
comment on column supplier_figure.due_lines is 'of our orders of the year before the plan was stored; so are the three columns after it';
comment on column supplier_figure.mean_lead_time_days is 'NaN: nothing has come';

create table supplier_item (
    run_id         bigint           not null references plan on delete cascade,
    supplier       text             not null,
    rank           integer          not null,
    item           text             not null,
    unit_cost      numeric(18, 6)   not null,
    min_units      integer          not null,
    multiple_units integer          not null,
    lead_time_days integer          not null,
    locations      integer          not null,
    alternatives   integer          not null,
    annual_value   double precision not null,
    primary key (run_id, supplier, rank)
);

comment on column supplier_item.locations is 'that it is usually bought for from this supplier';
comment on column supplier_item.alternatives is 'other suppliers that can deliver it';

create table supplier_open_line (
    run_id         bigint         not null references plan on delete cascade,
    supplier       text           not null,
    rank           integer        not null,
    number         text           not null,
    item           text           not null,
    warehouse      text           not null,
    quantity_units integer        not null,
    order_date     date,
    due_date       date           not null,
    value          numeric(18, 2) not null,
    primary key (run_id, supplier, rank)
);

comment on column supplier_open_line.rank is 'earliest first, from 1';

create table supplier_spend (
    run_id   bigint         not null references plan on delete cascade,
    supplier text           not null,
    month    date           not null,
    category text           not null,
    kind     text           not null check (kind in ('OPEN', 'PROPOSED')),
    value    numeric(18, 2) not null,
    primary key (run_id, supplier, month, category, kind)
);

comment on column supplier_spend.month is 'first day of the month in which the goods are due';
