-- What came in when: a plan on stock counted before that day has to add it.
create table order_receipt (
    id          bigint generated always as identity primary key,
    line_id     bigint      not null references order_line on delete cascade,
    units       integer     not null check (units > 0),
    received_on date        not null,
    at          timestamptz not null
);

comment on column order_receipt.at is 'when it was noted';

create index order_receipt_day on order_receipt (received_on);
create index order_receipt_line on order_receipt (line_id);

insert into order_receipt (line_id, units, received_on, at)
select l.id, l.received_units, (max(e.at) at time zone 'UTC')::date, max(e.at)
from order_line l join order_event e on e.order_id = l.order_id and e.action = 'RECEIVE'
where l.received_units > 0
group by l.id;
