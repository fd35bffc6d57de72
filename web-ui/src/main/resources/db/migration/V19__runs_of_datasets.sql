-- Which stored dataset a run planned, who asked for it, and what people have decided that its dataset does not know.

alter table planning_run
    add dataset_id bigint references dataset,
    add started_by text;

comment on column planning_run.dataset_id is 'null: the sample';
comment on column planning_run.started_by is 'null: not known';

create index planning_run_dataset on planning_run (dataset_id);

update planning_run r set started_by = (
    select user_name from audit_entry
    where subject_kind = 'planning run' and subject = r.id::text and action = 'start' order by number limit 1);

-- Lines of approved orders and pinned lines that a plan could not take as given.
create table plan_set_aside (
    run_id         bigint  not null references plan on delete cascade,
    line_id        bigint  not null,
    kind           text    not null check (kind in ('PURCHASE', 'TRANSFER')),
    number         text    not null,
    item           text    not null,
    warehouse      text    not null,
    quantity_units integer not null,
    missing        text    not null check (missing in ('ITEM', 'WAREHOUSE', 'PARTNER')),
    missing_name   text    not null,
    primary key (run_id, line_id)
);

comment on column plan_set_aside.quantity_units is 'what has not come in yet';
comment on column plan_set_aside.missing is 'what of the line the dataset does not have; missing_name: its key';
