-- Datasets that people and programs bring in. A dataset is never changed: what is brought in on top of one is another,
-- and both share the files that are the same.

create table dataset (
    id            bigint generated always as identity primary key,
    name          text        not null check (name <> ''),
    fingerprint   text        not null unique,
    based_on      bigint references dataset,
    origin        text        not null check (origin in ('UPLOAD', 'API')),
    plan_date     date        not null,
    currency      text        not null,
    items         integer     not null,
    warehouses    integer     not null,
    suppliers     integer     not null,
    created_at    timestamptz not null,
    created_by    text        not null
);

comment on column dataset.fingerprint is 'over the names and the SHA-256 of its files, as planning_run.dataset_fingerprint';
comment on column dataset.based_on is 'the dataset whose files it took over where none was brought in; null: all were';

-- The content of a file, kept once for all datasets that have it.
create table dataset_content (
    id         bigint generated always as identity primary key,
    name       text   not null check (name ~ '^[a-z_]+\.(csv|yaml)$'),
    sha256     text   not null,
    row_count  bigint not null,
    byte_count bigint not null,
    content    bytea,
    unique (name, sha256)
);

comment on column dataset_content.sha256 is 'of the file as it is written out to be planned';
comment on column dataset_content.row_count is 'below the header; 0 of dataset.yaml';
comment on column dataset_content.content is 'null: its rows are in sales_row or stock_history_row';

create table dataset_file (
    dataset_id bigint not null references dataset on delete cascade,
    name       text   not null,
    content_id bigint not null references dataset_content,
    primary key (dataset_id, name)
);

create index dataset_file_content on dataset_file (content_id);

-- Rows of sales.csv in the file's order.
create table sales_row (
    content_id bigint  not null references dataset_content on delete cascade,
    line       bigint  not null,
    date       date    not null,
    item       text    not null,
    warehouse  text    not null,
    quantity   integer not null,
    unit_price numeric,
    customer   text    not null,
    promotion  text    not null,
    primary key (content_id, line)
);

-- Rows of stock_history.csv in the file's order.
create table stock_history_row (
    content_id bigint  not null references dataset_content on delete cascade,
    line       bigint  not null,
    date       date    not null,
    item       text    not null,
    warehouse  text    not null,
    on_hand    integer not null,
    primary key (content_id, line)
);

-- Which dataset is planned; none: the sample.
create table planned_dataset (
    only_row   boolean primary key default true check (only_row),
    dataset_id bigint references dataset,
    chosen_at  timestamptz not null,
    chosen_by  text        not null
);
