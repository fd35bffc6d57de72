alter table plan_exception
    add column suggested_action text    not null default '',
    add column rule_id          text    not null default '',
    add column rule_file        text    not null default '',
    add column rule_line        integer not null default 0,
    add column why              text    not null default '';

comment on column plan_exception.suggested_action is 'the action as a word; action says it in a sentence; blank in plans of earlier versions';
comment on column plan_exception.rule_id is 'the rule by which it matters; blank in plans of earlier versions';
comment on column plan_exception.why is 'what that rule says, with the values it saw';
