-- What was changed, by whom, from where, and why. Each entry's hash covers all of its fields and the hash of the entry
-- before it, so that no entry can be changed, removed, inserted or moved without every later hash giving it away.

create table audit_entry (
    number        bigint      primary key check (number > 0),
    form          smallint    not null,
    at            timestamptz not null,
    user_name     text        not null,
    roles         text        not null,
    origin        text        not null,
    subject_kind  text        not null,
    subject       text        not null,
    action        text        not null,
    before        text,
    after         text,
    reason        text        not null,
    previous_hash text        not null check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash          text        not null unique check (hash ~ '^[0-9a-f]{64}$')
);

comment on table audit_entry is 'append-only; the hashes are explained in org.plenish.web.audit.StoredEntry';
comment on column audit_entry.number is 'from 1, without gaps';
comment on column audit_entry.form is 'version of the byte form that the hash is taken over';
comment on column audit_entry.roles is 'sorted, separated by commas';
comment on column audit_entry.before is 'JSON, exactly as hashed, therefore not jsonb; null: there was nothing';
comment on column audit_entry.after is 'likewise; null: nothing is left';

create index audit_entry_subject on audit_entry (subject_kind, subject, number);
create index audit_entry_user on audit_entry (user_name, number);
create index audit_entry_at on audit_entry (at);

create function audit_entry_follows() returns trigger language plpgsql as $$
declare
    head_number bigint;
    head_hash   text;
begin
    select number, hash into head_number, head_hash from audit_entry order by number desc limit 1;
    if new.number <> coalesce(head_number, 0) + 1 or new.previous_hash <> coalesce(head_hash, repeat('0', 64)) then
        raise exception 'audit entry % does not follow entry %, the head of the log', new.number, coalesce(head_number, 0)
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are never changed or removed: % is refused', tg_op
        using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_follows before insert on audit_entry for each row execute function audit_entry_follows();
create trigger audit_entry_stays before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_stays();

-- Always: a session that claims to be a replica fires no ordinary triggers.
alter table audit_entry enable always trigger audit_entry_follows;
alter table audit_entry enable always trigger audit_entry_stays;

-- On the embedded server the product works as plenish_app, which owns nothing. On a server of one's own such a role may
-- be made beforehand; otherwise the triggers alone refuse.
revoke all on audit_entry from public;
do $$
begin
    if exists (select from pg_roles where rolname = 'plenish_app') then
        revoke all on audit_entry from plenish_app;
        grant select, insert on audit_entry to plenish_app;
    end if;
end
$$;
