-- Which lines a run counted: an order may have an item on more lines than one, and not all of them are given to a run.
create table plan_counted_line (
    run_id  bigint not null references plan on delete cascade,
    line_id bigint not null,
    primary key (run_id, line_id)
);

comment on column plan_counted_line.line_id is 'of order_line; kept if the line goes';

insert into plan_counted_line (run_id, line_id)
select distinct c.run_id, l.id
from plan_counted_order c join orders o on o.number = c.number
join order_line l on l.order_id = o.id and l.item = c.item;

-- Who last had a line otherwise than it was; null: as the plan made it.
alter table order_line
    add column changed_by text,
    add column changed_at timestamptz;

update order_line l set changed_by = e.user_name, changed_at = e.at
from (select distinct on (order_id) order_id, user_name, at from order_event where action = 'EDIT' order by order_id, id desc) e
where e.order_id = l.order_id
and (l.proposed_units is distinct from l.quantity_units or l.proposed_due is distinct from l.due_date);
