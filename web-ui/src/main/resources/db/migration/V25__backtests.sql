-- Replays of history that people ask for: on what, with which rule files, and what was found.

create table backtest (
    id                  bigint generated always as identity primary key,
    name                text        not null check (name <> ''),
    dataset_id          bigint references dataset,
    setup               jsonb       not null,
    book_check          jsonb,
    status              text        not null check (status in ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED', 'CANCELLED')),
    attempts            integer     not null default 0,
    stage               text,
    stage_share         double precision not null default 0,
    detail              text        not null default '',
    result              jsonb,
    error               text,
    cancel_requested_by text,
    queued_by           text        not null,
    queued_at           timestamptz not null,
    started_at          timestamptz,
    finished_at         timestamptz,
    check ((status = 'FINISHED') = (result is not null)),
    check ((status = 'FAILED') = (error is not null))
);

comment on column backtest.dataset_id is 'whose history is replayed; null: the sample';
comment on column backtest.setup is 'from when, beside which policies, and what counts as demand';
comment on column backtest.book_check is 'what was found in the changed rule book; null: there is none';
comment on column backtest.attempts is 'how often it was begun: a stop of the application interrupts it';

create unique index one_backtest_at_work on backtest ((true)) where status = 'RUNNING';
create index backtest_dataset on backtest (dataset_id);

create table backtest_rule_file (
    backtest_id bigint not null references backtest on delete cascade,
    name        text   not null,
    content     bytea  not null,
    primary key (backtest_id, name)
);

comment on table backtest_rule_file is 'files in the place of those of the same names in the standing rule book, or added to it';
