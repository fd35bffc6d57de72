-- The rule book's life: versions that stay, drafts that people work on, what was found out about either, and which rules
-- decided a plan.

create table rule_book_file (
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    name        text not null,
    content     text not null,
    primary key (fingerprint, name)
);

comment on table rule_book_file is 'whole books by what they hold: of versions, and of the books that drafts began with';
comment on column rule_book_file.fingerprint is
    'SHA-256 over a line for each file by name: its SHA-256, two blanks, its name, as sha256sum writes it';

create table rule_draft (
    id                    bigint generated always as identity primary key,
    name                  text        not null check (name <> ''),
    note                  text        not null default '',
    based_on              bigint      not null check (based_on >= 0),
    base_fingerprint      text        not null,
    author                text        not null,
    state                 text        not null default 'OPEN' check (state in ('OPEN', 'SUBMITTED', 'PUBLISHED', 'DISCARDED')),
    version               integer     not null default 1,
    fingerprint           text        not null,
    created_at            timestamptz not null,
    changed_at            timestamptz not null,
    submitted_by          text,
    submitted_at          timestamptz,
    sent_back_by          text,
    sent_back_reason      text,
    check (state <> 'SUBMITTED' or submitted_by is not null)
);

comment on column rule_draft.based_on is 'version that it began with, or was last brought up to; 0: the standard book';
comment on column rule_draft.version is 'grows with each change, so that of two people at once one is told';
comment on column rule_draft.fingerprint is 'of its files as they are now';

create index rule_draft_at_work on rule_draft (state, id);

create table rule_draft_file (
    draft_id bigint not null references rule_draft on delete cascade,
    name     text   not null,
    content  text   not null,
    primary key (draft_id, name)
);

create table rule_draft_author (
    draft_id  bigint not null references rule_draft on delete cascade,
    user_name text   not null,
    primary key (draft_id, user_name)
);

comment on table rule_draft_author is 'whoever has changed something in it: none of them publishes it';

create table rule_version (
    id             bigint      primary key check (id > 0),
    name           text        not null check (name <> ''),
    note           text        not null,
    fingerprint    text        not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    based_on       bigint      not null,
    draft_id       bigint      not null unique references rule_draft,
    authors        text        not null,
    published_by   text        not null,
    published_at   timestamptz not null,
    effective_from date        not null
);

comment on column rule_version.id is 'from 1, without gaps';
comment on column rule_version.authors is 'sorted, separated by commas';
comment on column rule_version.effective_from is 'first day (UTC) on which plans are made by it';

create table rule_version_withdrawal (
    version_id   bigint      primary key references rule_version,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null,
    reason       text        not null
);

comment on table rule_version_withdrawal is 'versions that were taken back before their first day';

create function rule_book_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was published is never changed or removed: % is refused', tg_op
        using errcode = 'insufficient_privilege';
end
$$;

create trigger rule_version_stays before update or delete or truncate on rule_version
    for each statement execute function rule_book_stays();
create trigger rule_version_withdrawal_stays before update or delete or truncate on rule_version_withdrawal
    for each statement execute function rule_book_stays();
create trigger rule_book_file_stays before update or delete or truncate on rule_book_file
    for each statement execute function rule_book_stays();

create table rule_check (
    fingerprint text        primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
    findings    jsonb       not null,
    checked_at  timestamptz not null
);

comment on table rule_check is 'what was found in a book of this content, and how its own tests went';

create table rule_impact (
    id                  bigint generated always as identity primary key,
    draft_id            bigint      not null references rule_draft on delete cascade,
    draft_version       integer     not null,
    fingerprint         text        not null,
    standing_version    bigint      not null,
    standing_name       text        not null,
    standing_fingerprint text       not null,
    dataset_id          bigint references dataset,
    dataset_name        text        not null,
    settings            jsonb       not null,
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

comment on table rule_impact is 'the dataset that is planned, by the book in force and by a draft';
comment on column rule_impact.fingerprint is 'of the draft''s files when it was asked for';
comment on column rule_impact.dataset_id is 'null: the sample';
comment on column rule_impact.attempts is 'how often it was begun: a stop of the application interrupts it';

create unique index one_rule_impact_at_work on rule_impact ((true)) where status = 'RUNNING';
create unique index one_open_impact_a_draft on rule_impact (draft_id) where status in ('QUEUED', 'RUNNING');
create index rule_impact_of on rule_impact (draft_id, id);
create index rule_impact_dataset on rule_impact (dataset_id);

create table plan_rule (
    run_id    bigint  not null references plan on delete cascade,
    rule_id   text    not null,
    name      text    not null,
    file      text    not null,
    line      integer not null,
    questions text    not null,
    locations integer not null,
    primary key (run_id, rule_id)
);

comment on table plan_rule is 'rules that decided something in a plan';
comment on column plan_rule.questions is 'what it answered, separated by commas';
comment on column plan_rule.locations is 'how many SKU-locations it decided for';

create table plan_rule_locations (
    run_id     bigint  not null references plan on delete cascade,
    rule_id    text    not null,
    chunk      integer not null,
    items      text[]  not null,
    warehouses text[]  not null,
    primary key (run_id, rule_id, chunk)
);

comment on table plan_rule_locations is
    'which SKU-locations a rule decided for, by item and warehouse, a thousand a row: a hundredth of the space and time of a '
    'row for each';
