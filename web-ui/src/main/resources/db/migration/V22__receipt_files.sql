-- Files that tell what has come in: looked at before they are booked, and kept as evidence afterwards.
create table receipt_file (
    id            bigint generated always as identity primary key,
    name          text        not null,
    sha256        text        not null,
    content       bytea       not null,
    uploaded_at   timestamptz not null,
    uploaded_by   text        not null,
    booked_at     timestamptz,
    booked_by     text,
    receipt_count integer,
    order_count   integer,
    unit_count    bigint,
    check ((booked_at is null) = (booked_by is null) and (booked_at is null) = (receipt_count is null)
        and (booked_at is null) = (order_count is null) and (booked_at is null) = (unit_count is null))
);

comment on column receipt_file.sha256 is 'of the content, which is stored as it is read: not compressed';

create index receipt_file_booked on receipt_file (sha256) where booked_at is not null;
