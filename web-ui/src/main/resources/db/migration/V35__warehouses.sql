-- Warehouses as a plan sees them. Volumes are cubic metres unless they say litres, shares are 0 to 1.

create table warehouse_space (
    run_id           bigint           not null references plan on delete cascade,
    warehouse        text             not null,
    storage_class    text             not null,
    bucket           integer          not null,
    period_start     date             not null,
    opening_m3       double precision not null,
    receipts_m3      double precision not null,
    transfers_in_m3  double precision not null,
    transfers_out_m3 double precision not null,
    issued_m3        double precision not null,
    closing_m3       double precision not null,
    peak_m3          double precision not null,
    primary key (run_id, warehouse, storage_class, bucket)
);

comment on column warehouse_space.storage_class is 'blank: goods that need no special storage';
comment on column warehouse_space.peak_m3 is 'after what leaves has left and what comes has come, before demand is served';

create table warehouse_class (
    run_id        bigint  not null references plan on delete cascade,
    warehouse     text    not null,
    storage_class text    not null,
    locations     integer not null,
    value         numeric not null,
    primary key (run_id, warehouse, storage_class)
);

create table warehouse_dock (
    run_id        bigint           not null references plan on delete cascade,
    warehouse     text             not null,
    day           date             not null,
    kind          text             not null,
    orders        integer          not null,
    lines         integer          not null,
    units         bigint           not null,
    volume_m3     double precision not null,
    overdue_lines integer          not null,
    primary key (run_id, warehouse, day, kind)
);

create table warehouse_slotting (
    run_id                    bigint           not null references plan on delete cascade,
    warehouse                 text             not null,
    ranked                    integer          not null,
    without_volume            integer          not null,
    picks                     bigint           not null,
    stock_m3                  double precision not null,
    nearest_fifth_picks_share double precision not null,
    primary key (run_id, warehouse)
);

create table warehouse_slot (
    run_id                bigint           not null references plan on delete cascade,
    warehouse             text             not null,
    rank                  integer          not null,
    item                  text             not null,
    picks                 integer          not null,
    sold_units            bigint           not null,
    moved_m3              double precision not null,
    stock_m3              double precision not null,
    cube_per_order_litres double precision not null,
    picks_share           double precision not null,
    space_share           double precision not null,
    primary key (run_id, warehouse, rank)
);

create table warehouse_baskets (
    run_id         bigint           not null references plan on delete cascade,
    warehouse      text             not null,
    baskets        integer          not null,
    kept_share     double precision not null,
    anonymous_rows bigint           not null,
    primary key (run_id, warehouse)
);

comment on column warehouse_baskets.baskets is 'of the last year, of those that were kept; 0: no sale names a customer';
comment on column warehouse_baskets.anonymous_rows is 'sales of all warehouses that name no customer';

create table warehouse_pair (
    run_id         bigint           not null references plan on delete cascade,
    warehouse      text             not null,
    rank           integer          not null,
    first_item     text             not null,
    second_item    text             not null,
    baskets        integer          not null,
    first_baskets  integer          not null,
    second_baskets integer          not null,
    support        double precision not null,
    confidence     double precision not null,
    lift           double precision not null,
    primary key (run_id, warehouse, rank)
);

create table warehouse_aged (
    run_id               bigint           not null references plan on delete cascade,
    warehouse            text             not null,
    rank                 integer          not null,
    item                 text             not null,
    days_since_last_sale integer          not null,
    status               text             not null,
    units                integer          not null,
    value                numeric(18, 2)   not null,
    volume_m3            double precision not null,
    primary key (run_id, warehouse, rank)
);
