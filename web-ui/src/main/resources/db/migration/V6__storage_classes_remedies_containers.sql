alter table limit_use
    add column storage_class text not null default '',
    drop constraint limit_use_pkey,
    add primary key (run_id, kind, warehouse, storage_class, period_start);

comment on column limit_use.storage_class is 'whose goods the space is for; blank: all';

alter table plan_violation
    add column date   date,
    add column unit   text not null default '',
    add column remedy text not null default '';

comment on column plan_violation.date is 'first day of the bucket; null in plans of earlier versions, whose place tells it';
comment on column plan_violation.remedy is 'why it is so, as far as proven, and what would lift it; blank in plans of earlier versions';

alter table purchase_order add column containers double precision not null default 0;

comment on column purchase_order.containers is 'filled, started ones in part; 0: the supplier ships in none';
