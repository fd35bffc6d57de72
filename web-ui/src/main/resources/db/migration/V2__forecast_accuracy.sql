-- How forecasts did: naive (repeat the last bucket), computed, and given from outside. Errors are root mean squared errors of
-- one bucket in units; NaN: not known, as in plans that were stored before.

alter table sku_location
    add column naive_error                double precision not null default 'NaN',
    add column forecast_error             double precision not null default 'NaN',
    add column given_buckets              integer          not null default 0,
    add column naive_error_where_given    double precision not null default 'NaN',
    add column forecast_error_where_given double precision not null default 'NaN',
    add column given_error                double precision not null default 'NaN',
    add column latest_mean_error          double precision not null default 'NaN',
    add column smoothed_error_signal      double precision not null default 'NaN',
    add column error_cusum                double precision not null default 'NaN';

comment on column sku_location.given_buckets is 'past buckets with a forecast from outside; the columns where_given are of these';
comment on column sku_location.latest_mean_error is 'forecast less demand, mean of the latest buckets';
