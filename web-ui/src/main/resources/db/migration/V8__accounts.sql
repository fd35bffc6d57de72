-- Who may log in, and what each may do.
create table account (
    id                  bigint generated always as identity primary key,
    version             integer     not null default 0,
    user_name           text        not null unique check (user_name ~ '^[a-z0-9][a-z0-9._@+-]{1,63}$'),
    display_name        text        not null check (display_name <> ''),
    roles               text[]      not null,
    password_hash       text,
    one_time_until      timestamptz,
    subject             text unique,
    demo                boolean     not null,
    created_at          timestamptz not null,
    created_by          text        not null,
    disabled_at         timestamptz,
    password_changed_at timestamptz,
    last_login_at       timestamptz,
    check (cardinality(roles) > 0),
    check (roles <@ array ['PLANNER', 'BUYER', 'ANALYST', 'APPROVER', 'AUDITOR', 'ADMINISTRATOR']),
    check (not roles @> array ['ADMINISTRATOR', 'APPROVER']),
    check (not 'AUDITOR' = any (roles) or cardinality(roles) = 1),
    check ((password_hash is null) = (subject is not null))
);

comment on column account.version is 'counts changes; a session that began under another one has ended';
comment on column account.one_time_until is 'until when the password, given by an administrator, is good for choosing another; null: chosen by its owner';
comment on column account.subject is 'issuer and subject at the identity provider that logs this account in; null: a password does';
comment on column account.demo is 'made in demo mode, where passwords are public; removed by a start without it';

-- Attempts to log in, counted by user name and by address; stored so that a restart forgets none.
create table login_attempts (
    key          bytea primary key,
    attempts     integer     not null,
    window_start timestamptz not null
);

comment on column login_attempts.key is 'SHA-256 of what is counted: a user name may be a password typed into the wrong field';
