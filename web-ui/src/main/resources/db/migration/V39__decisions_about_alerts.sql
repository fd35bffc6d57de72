-- What was decided about an alert that is dealt with: by which step, beside why. A mark-down is a percentage that holds
-- until the mark's day.

alter table alert_mark
    add column decision text check (decision in ('EXPEDITE', 'ASK_TO_CANCEL', 'REDUCE', 'CANCEL', 'MARK_DOWN')),
    add column percent  integer check (percent between 1 and 99),
    add constraint alert_mark_percent check ((decision is not distinct from 'MARK_DOWN') = (percent is not null));

comment on column alert_mark.decision is 'null: it was put aside or dealt with in some other way, see reason';
comment on column alert_mark.percent is 'by which the price is lowered';
