-- What a plan's proposals can be changed within: stored with the plan, as it was planned with.

alter table plan_item
    add column unit_volume_m3 double precision not null default 0,
    add column storage_class  text             not null default '';

alter table plan_supplier
    add column min_order_value     numeric(18, 2) not null default 0,
    add column container_volume_m3 double precision,
    add column order_weekdays      integer[]      not null default '{}';

comment on column plan_supplier.order_weekdays is 'ISO, 1 is Monday; empty: any';

create table plan_supply_option (
    run_id         bigint         not null,
    option         integer        not null,
    item           text           not null,
    supplier       text           not null,
    warehouse      text           not null,
    unit_cost      numeric(18, 6) not null,
    min_units      integer        not null,
    multiple_units integer        not null,
    max_units      integer        not null,
    lead_time_days integer        not null,
    priority       integer        not null,
    valid_from     date,
    valid_to       date,
    primary key (run_id, option),
    foreign key (run_id, item) references plan_item on delete cascade,
    foreign key (run_id, supplier) references plan_supplier on delete cascade
);

comment on column plan_supply_option.warehouse is 'blank: delivers to all';

create index plan_supply_option_item on plan_supply_option (run_id, item, supplier);

create table plan_price_break (
    run_id         bigint         not null,
    option         integer        not null,
    min_units      integer        not null,
    unit_cost      numeric(18, 6) not null,
    primary key (run_id, option, min_units),
    foreign key (run_id, option) references plan_supply_option on delete cascade
);

create table plan_lane (
    run_id         bigint         not null references plan on delete cascade,
    from_warehouse text           not null,
    to_warehouse   text           not null,
    lead_time_days integer        not null,
    cost_per_unit  numeric(18, 6) not null,
    cost_per_m3    numeric(18, 6) not null,
    primary key (run_id, from_warehouse, to_warehouse)
);

-- Open orders of the dataset that the run counted and that are ours: what is projected without proposals has them already.
create table plan_counted_order (
    run_id         bigint  not null references plan on delete cascade,
    number         text    not null,
    item           text    not null,
    warehouse      text    not null,
    due_date       date    not null,
    quantity_units integer not null
);

create index plan_counted_order_location on plan_counted_order (run_id, item, warehouse);

-- Orders: first a plan's proposals, then what people make of them. Money is in currency units.

create sequence purchase_order_number;
create sequence transfer_order_number;

create function next_order_number(kind text) returns text language sql volatile as $$
    select case kind when 'PURCHASE' then 'PO-' else 'TR-' end || lpad(n, greatest(4, length(n)), '0')
    from (select (case kind when 'PURCHASE' then nextval('purchase_order_number')
        else nextval('transfer_order_number') end)::text as n) next
$$;

create table orders (
    id          bigint generated always as identity primary key,
    kind        text           not null check (kind in ('PURCHASE', 'TRANSFER')),
    number      text           not null unique,
    partner     text           not null,
    warehouse   text           not null,
    order_date  date           not null,
    state       text           not null check (state in ('PROPOSED', 'EDITED', 'SUBMITTED', 'APPROVED', 'SENT', 'CONFIRMED',
                                   'PARTLY_RECEIVED', 'RECEIVED', 'CLOSED', 'REJECTED', 'CANCELLED')),
    version     integer        not null default 0,
    plan_run    bigint         not null references plan,
    containers  double precision not null default 0,
    currency    text           not null,
    changed_by  text           not null,
    changed_at  timestamptz    not null
);

comment on column orders.partner is 'the supplier, or the warehouse that sends';
comment on column orders.order_date is 'when it is to be placed, or shipped';
comment on column orders.plan_run is 'the plan that proposed it, or was current when it was written';

create index orders_open on orders (kind, state);
create index orders_partner on orders (kind, partner, warehouse);

create table order_line (
    id                   bigint generated always as identity primary key,
    order_id             bigint         not null references orders on delete cascade,
    line                 integer        not null,
    item                 text           not null,
    quantity_units       integer        not null check (quantity_units > 0),
    order_multiple_units integer        not null,
    unit_cost            numeric(18, 6) not null,
    value                numeric(18, 2) not null,
    due_date             date           not null,
    pinned               boolean        not null default false,
    received_units       integer        not null default 0 check (received_units >= 0),
    reason               text           not null,
    plan_run             bigint,
    plan_number          text,
    plan_line            integer,
    proposed_units       integer,
    proposed_due         date,
    runs_out             date,
    short_units          integer        not null default 0,
    left_out_cost        numeric(18, 2) not null default 0,
    runner_up            text,
    unique (order_id, line)
);

comment on column order_line.unit_cost is 'of a transfer: what moving a unit costs';
comment on column order_line.plan_run is 'with plan_number and plan_line: the proposal it comes from, whose explanation holds';
comment on column order_line.runs_out is 'first day of the bucket in which the item runs out if nothing is bought or moved; null if it does not';
comment on column order_line.short_units is 'most units short at the end of a bucket without the line';
comment on column order_line.left_out_cost is 'by which leaving the line out raises the cost of the plan';

create index order_line_item on order_line (item);
create index order_line_proposal on order_line (plan_run, plan_number, plan_line);

-- The life of an order: appended to, never changed.
create table order_event (
    id        bigint generated always as identity primary key,
    order_id  bigint      not null references orders,
    version   integer     not null,
    at        timestamptz not null,
    user_name text        not null,
    action    text        not null,
    state     text        not null,
    reason    text        not null default '',
    detail    text        not null default ''
);

comment on column order_event.action is 'of OrderAction, or PROPOSE by a plan';
comment on column order_event.detail is 'what changed, in a sentence';

create index order_event_order on order_event (order_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is appended to, never changed', tg_table_name;
end $$;

create trigger order_event_is_append_only before update or delete or truncate on order_event
    execute function refuse_change();

-- As with the audit log: a role that owns nothing may append and no more.
do $$
begin
    if exists (select from pg_roles where rolname = 'plenish_app') then
        revoke all on order_event from plenish_app;
        grant select, insert on order_event to plenish_app;
    end if;
end
$$;

-- Who had a hand in an order, or in a line that came to it from another: they do not approve it.
create table order_contributor (
    order_id  bigint not null references orders on delete cascade,
    user_name text   not null,
    primary key (order_id, user_name)
);

-- Approvals given; one that was made void counts no more, but stays.
create table order_approval (
    id           bigint generated always as identity primary key,
    order_id     bigint         not null references orders,
    kind         text           not null,
    partner      text           not null,
    approver     text           not null,
    on_behalf_of text,
    value        numeric(18, 2) not null,
    day          date           not null,
    at           timestamptz    not null,
    void         boolean        not null default false
);

comment on column order_approval.day is 'UTC';

create index order_approval_day on order_approval (kind, partner, day) where not void;
create unique index order_approval_once on order_approval (order_id, approver) where not void;

-- Limits of approval; blank: not limited. The row of '*' holds for whoever, or whichever supplier, has none of their own.
create table approval_limit (
    subject           text not null check (subject in ('PERSON', 'SUPPLIER')),
    name              text not null,
    order_limit       numeric(18, 2) check (order_limit >= 0),
    supplier_day_limit numeric(18, 2) check (supplier_day_limit >= 0),
    primary key (subject, name)
);

create table approval_setting (
    singleton             boolean primary key default true check (singleton),
    second_approver_above numeric(18, 2) check (second_approver_above >= 0)
);

insert into approval_limit values ('PERSON', '*', 50000, 100000), ('SUPPLIER', '*', null, null);
insert into approval_setting values (true, 25000);

create table approval_delegation (
    id         bigint generated always as identity primary key,
    delegator  text        not null,
    delegate   text        not null,
    first_day  date        not null,
    last_day   date        not null,
    reason     text        not null,
    at         timestamptz not null,
    ended_at   timestamptz,
    check (delegator <> delegate),
    check (first_day <= last_day)
);

create index approval_delegation_delegate on approval_delegation (delegate, last_day);

-- What the latest plan would change about an order that a person has worked on.
create table order_suggestion (
    id             bigint generated always as identity primary key,
    order_id       bigint  not null references orders on delete cascade,
    line_id        bigint  not null references order_line on delete cascade,
    run_id         bigint  not null references plan on delete cascade,
    kind           text    not null check (kind in ('ADVANCE', 'POSTPONE', 'INCREASE', 'DECREASE', 'CANCEL')),
    quantity_units integer not null,
    due_date       date    not null
);

create index order_suggestion_order on order_suggestion (order_id);

comment on column order_suggestion.quantity_units is 'what the plan would order';
comment on column order_suggestion.due_date is 'when the plan would have it';

create table order_comment (
    id        bigint generated always as identity primary key,
    order_id  bigint      not null references orders on delete cascade,
    user_name text        not null,
    at        timestamptz not null,
    text      text        not null
);

create index order_comment_order on order_comment (order_id);

-- Until a day, one person's inbox leaves the order out.
create table order_snooze (
    order_id  bigint not null references orders on delete cascade,
    user_name text   not null,
    until     date   not null,
    primary key (order_id, user_name)
);

create table saved_filter (
    user_name text not null,
    kind      text not null,
    name      text not null,
    query     text not null,
    primary key (user_name, kind, name)
);

-- What a form answered, so that the same form sent again is answered the same and does nothing.
create table order_request (
    id        uuid        primary key,
    user_name text        not null,
    at        timestamptz not null,
    status    integer,
    message   text
);
