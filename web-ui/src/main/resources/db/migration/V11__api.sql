-- What other programs do here, and what they are told.

-- Numbers of EDI interchanges, no two alike until they begin anew.
create sequence interchange_number as integer minvalue 1 maxvalue 999999999 cycle;

create table api_token (
    id           bigint generated always as identity primary key,
    name         text        not null check (name <> ''),
    prefix       text        not null,
    hash         bytea       not null unique,
    owner        text        not null,
    roles        text[]      not null check (cardinality(roles) > 0),
    created_at   timestamptz not null,
    expires_on   date        not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

comment on column api_token.prefix is 'its first characters, by which its owner knows it';
comment on column api_token.hash is 'SHA-256 of the token, which is kept nowhere';
comment on column api_token.expires_on is 'the last day on which it is good, UTC';

create index api_token_owner on api_token (owner);

-- What a caller has been answered, so that the same request sent twice is done once.
create table api_request (
    owner        text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       integer,
    answer       text,
    at           timestamptz not null,
    primary key (owner, key)
);

comment on column api_request.status is 'null: at work';

create table pushed_dataset (
    fingerprint text primary key,
    folder      text        not null,
    pushed_at   timestamptz not null,
    pushed_by   text        not null
);

comment on column pushed_dataset.fingerprint is 'over its files, as planning_run.dataset_fingerprint';

create table webhook (
    id         bigint generated always as identity primary key,
    url        text        not null,
    secret     text        not null,
    events     text[]      not null check (cardinality(events) > 0),
    created_at timestamptz not null,
    created_by text        not null,
    removed_at timestamptz
);

comment on column webhook.secret is 'by which deliveries are signed, so it is needed as it is';

create table webhook_delivery (
    id              bigint generated always as identity primary key,
    webhook_id      bigint      not null references webhook,
    event           text        not null,
    body            text        not null,
    created_at      timestamptz not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz,
    delivered_at    timestamptz,
    last_status     integer,
    last_error      text        not null default ''
);

comment on column webhook_delivery.next_attempt_at is 'null: delivered, or given up';

create index webhook_delivery_due on webhook_delivery (next_attempt_at) where next_attempt_at is not null;
create index webhook_delivery_webhook on webhook_delivery (webhook_id, id);
