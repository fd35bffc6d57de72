-- What of the current plan needs a person, and what people have put aside of it. Money is in currency units.

create table today_alert (
    run_id           bigint         not null references plan on delete cascade,
    panel            text           not null check (panel in ('STOCKED_OUT', 'SOON_OUT', 'LATE_ORDER', 'SURPLUS_ORDER', 'EXCESS',
                                    'DEAD', 'FORECAST')),
    rank             integer        not null,
    item             text           not null,
    warehouse        text           not null,
    reference        text           not null default '',
    date             date           not null,
    quantity_units   integer        not null,
    value            numeric(18, 2) not null,
    severity         text           not null,
    message          text           not null default '',
    suggested_action text           not null default '',
    action           text           not null default '',
    to_do            boolean        not null,
    primary key (run_id, panel, rank)
);

comment on table today_alert is 'of the latest plan only: what is stored of the plans before is today_panel';
comment on column today_alert.rank is 'within the panel, from 1: most money first';
comment on column today_alert.reference is 'number of the order that it is about; blank: none';
comment on column today_alert.message is 'blank: the panel, the units and the date say it all';
comment on column today_alert.to_do is 'whether it is among the few that hold most of the panel''s money';

create index today_alert_to_do on today_alert (run_id, panel, rank) where to_do;
create index today_alert_location on today_alert (run_id, item, warehouse);

-- A panel of each plan in numbers, so that one run can be held against the one before.
create table today_panel (
    run_id      bigint         not null references plan on delete cascade,
    panel       text           not null,
    alert_count integer        not null,
    value       numeric(18, 2) not null,
    primary key (run_id, panel)
);

-- What people have put aside: by item, warehouse, panel and order, so that it holds from one plan to the next.
create table alert_mark (
    id         bigint generated always as identity primary key,
    panel      text           not null,
    item       text           not null,
    warehouse  text           not null,
    reference  text           not null default '',
    for_user   text           not null default '',
    mark       text           not null check (mark in ('SNOOZED', 'DONE')),
    until      date           not null,
    value_then numeric(18, 2) not null,
    reason     text           not null,
    marked_by  text           not null,
    marked_at  timestamptz    not null,
    unique (item, warehouse, panel, reference, for_user)
);

comment on column alert_mark.for_user is 'whose list leaves it out; blank: everybody''s';
comment on column alert_mark.until is 'the first day on which it is back';
comment on column alert_mark.value_then is 'at stake when it was put aside: it is back sooner if much more is';
