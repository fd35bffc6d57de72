-- So that an auditor finds what a plan was made from: the data, the rules and the product, each recognisable later.

alter table planning_run
    add product_version      text,
    add dataset_fingerprint  text,
    add dataset_files        jsonb,
    add rulebook             text,
    add rulebook_fingerprint text,
    add rulebook_files       jsonb,
    add cancel_requested_by  text;

comment on column planning_run.dataset_fingerprint is
    'SHA-256 over a line for each file by name: its SHA-256, two blanks, its name, as sha256sum writes it; null: not known';
comment on column planning_run.dataset_files is 'SHA-256 by name';
comment on column planning_run.cancel_requested_by is 'who wants the run to stop at its next step; null: nobody';

alter table planning_run drop constraint planning_run_status_check;
alter table planning_run add constraint planning_run_status_check
    check (status in ('RUNNING', 'FINISHED', 'FAILED', 'CANCELLED'));
