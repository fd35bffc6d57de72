-- What more of each limit would buy, and the lines of greatest value that it would buy more or sooner.
create table limit_raise (
    run_id           bigint           not null references plan on delete cascade,
    rank             integer          not null,
    kind             text             not null,
    warehouse        text             not null,
    storage_class    text             not null,
    amount           double precision not null,
    estimated_saving double precision not null,
    cost_before      double precision not null,
    cost_after       double precision not null,
    added_lines      integer          not null,
    added_value      numeric(18, 2)   not null,
    dropped_lines    integer          not null,
    primary key (run_id, rank)
);

comment on column limit_raise.warehouse is 'blank: cash';
comment on column limit_raise.storage_class is 'whose goods the space is for; blank: all';
comment on column limit_raise.amount is 'by which the limit is raised: m³ in every bucket, or currency units from the first on';
comment on column limit_raise.estimated_saving is 'by the prices of the limit, in currency units';
comment on column limit_raise.cost_after is 'of a plan that was found under the raised limit';

create table limit_raise_line (
    run_id         bigint         not null,
    raise_rank     integer        not null,
    rank           integer        not null,
    item           text           not null,
    supplier       text           not null,
    warehouse      text           not null,
    order_date     date           not null,
    quantity_units integer        not null,
    value          numeric(18, 2) not null,
    primary key (run_id, raise_rank, rank),
    foreign key (run_id, raise_rank) references limit_raise on delete cascade
);
