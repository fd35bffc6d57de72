-- What the page of an item at a warehouse tells of its dataset, and what people say about it.

create table item_lot (
    run_id     bigint  not null references plan on delete cascade,
    item       text    not null,
    warehouse  text    not null,
    lot        text    not null,
    units      integer not null,
    expires_on date
);

comment on column item_lot.lot is 'blank: it has no number';
comment on column item_lot.expires_on is 'last day on which it can be sold; null: it does not expire';

create index item_lot_location on item_lot (run_id, item, warehouse);

create table plan_open_supply (
    run_id     bigint  not null references plan on delete cascade,
    kind       text    not null check (kind in ('PURCHASE', 'TRANSFER')),
    number     text    not null,
    partner    text    not null,
    item       text    not null,
    warehouse  text    not null,
    units      integer not null,
    order_date date,
    due_date   date    not null
);

comment on table plan_open_supply is 'orders that the plan''s dataset had as open, ours among them';
comment on column plan_open_supply.partner is 'the supplier, or the warehouse that sends';

create index plan_open_supply_location on plan_open_supply (run_id, item, warehouse);

create table item_comment (
    id        bigint generated always as identity primary key,
    item      text        not null,
    warehouse text        not null,
    answers   bigint references item_comment,
    user_name text        not null,
    at        timestamptz not null,
    text      text        not null check (text <> '')
);

comment on column item_comment.answers is 'the comment that it answers, which answers none itself; null: it begins a thread';

create index item_comment_location on item_comment (item, warehouse, id);
