-- How people and programs bring datasets in: a job has files, is mapped, checked, and imported or discarded.

create table import_job (
    id                  bigint generated always as identity primary key,
    origin              text             not null check (origin in ('UPLOAD', 'API')),
    name                text             not null,
    base                text             not null check (base in ('NOTHING', 'SAMPLE', 'DATASET')),
    base_dataset_id     bigint check ((base = 'DATASET') = (base_dataset_id is not null)),
    state               text             not null check (state in
        ('MAPPING', 'CHECKING', 'CHECKED', 'IMPORTING', 'IMPORTED', 'DISCARDED')),
    stage               text             not null default 'WAIT' check (stage in ('WAIT', 'READ', 'COMPARE', 'STORE')),
    stage_share         double precision not null default 0,
    row_number          bigint           not null default 0,
    cancel_requested_by text,
    error               text             not null default '',
    created_at          timestamptz      not null,
    created_by          text             not null,
    changed_at          timestamptz      not null,
    changed_by          text             not null,
    fingerprint         text,
    plan_date           date,
    currency            text,
    items               integer          not null default 0,
    warehouses          integer          not null default 0,
    suppliers           integer          not null default 0,
    errors              bigint           not null default 0,
    warnings            bigint           not null default 0,
    notices             bigint           not null default 0,
    dataset_id          bigint references dataset on delete set null
);

comment on column import_job.name is 'of the dataset; empty: what its settings say, known once it was checked';
comment on column import_job.changed_by is 'who started what it is doing, or did, last';
comment on column import_job.row_number is 'how many rows the stage has done';
comment on column import_job.error is 'why its last step did not come to its end; empty: it did';
comment on column import_job.fingerprint is 'null: not checked, or with errors';
comment on column import_job.dataset_id is 'null: not imported, or deleted since';
comment on column import_job.base_dataset_id is 'may be deleted once the import is over';

create index import_job_open on import_job (id) where state not in ('IMPORTED', 'DISCARDED');

-- A file that was given; its text is kept in a folder of the job until the job is over.
create table import_upload (
    job_id        bigint  not null references import_job on delete cascade,
    number        integer not null,
    name          text    not null,
    sha256        text    not null,
    byte_count    bigint  not null,
    encoding      text    not null,
    delimiter     text    not null,
    columns       jsonb   not null,
    target        text    not null,
    decimal_comma boolean,
    mapping       jsonb   not null,
    primary key (job_id, number)
);

comment on column import_upload.sha256 is 'of the bytes as they were given';
comment on column import_upload.target is 'which file of a dataset it is; empty: none';
comment on column import_upload.decimal_comma is 'null: nobody has said how its numbers are written';
comment on column import_upload.mapping is 'by column of the dataset: column of this file';

create index import_upload_content on import_upload (sha256);

-- The files of the dataset that comes of a job.
create table import_file (
    job_id        bigint  not null references import_job on delete cascade,
    name          text    not null,
    sha256        text    not null,
    row_count     bigint  not null,
    byte_count    bigint  not null,
    content_id    bigint references dataset_content on delete set null,
    base_rows     bigint,
    primary key (job_id, name)
);

comment on column import_file.content_id is 'the base has this file, and it was not given anew; may be deleted once the import is over';
comment on column import_file.base_rows is 'null: the base has no such file';

create table import_problem (
    job_id      bigint  not null references import_job on delete cascade,
    number      integer not null,
    severity    text    not null,
    file        text    not null,
    line        bigint  not null,
    column_name text,
    value       text,
    requirement text    not null,
    suggestion  text,
    primary key (job_id, number)
);

drop table pushed_dataset;

-- The rows of a job's long files between its check and its import. Not logged: a crash of the database empties them, and
-- the job is checked again.
create unlogged table staged_sales (
    job_id      bigint  not null,
    number      bigint  not null,
    line        bigint  not null,
    date        date    not null,
    item        text    collate "C" not null,
    warehouse   text    collate "C" not null,
    quantity    integer not null,
    unit_price  numeric,
    customer    text    collate "C" not null,
    promotion   text    collate "C" not null,
    minor_units bigint  not null
);

comment on column staged_sales.number is 'line in the file as it is kept';
comment on column staged_sales.line is 'line in the file as it was given';

create unlogged table staged_stock_history (
    job_id    bigint  not null,
    number    bigint  not null,
    line      bigint  not null,
    date      date    not null,
    item      text    collate "C" not null,
    warehouse text    collate "C" not null,
    on_hand   integer not null
);
