alter table sku_location_series add column corrections jsonb not null default '[]';

comment on column sku_location_series.corrections is 'what was changed in the sold units before they were forecast from, in that order';
