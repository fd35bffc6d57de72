alter table plan add column obsolescence_provision numeric(18, 2) not null default 0;

comment on column plan.obsolescence_provision is 'what the rules write down of stock on hand; 0 in plans that were stored before';
