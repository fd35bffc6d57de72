# Processor seconds of ets() with intervals: Rscript ets_speed.R SERIES HORIZON; a row of SERIES is a monthly series.
arguments <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages(library(forecast))
rows <- strsplit(readLines(arguments[1]), ",")
horizon <- as.integer(arguments[2])
series <- lapply(rows, function(row) ts(as.numeric(row), frequency = 12))
fitted <- forecast(ets(series[[1]]), h = horizon, level = c(80, 95)) # not measured: loads what is loaded late
used <- system.time(for (x in series) fitted <- forecast(ets(x), h = horizon, level = c(80, 95)))
cat(used[["user.self"]] + used[["sys.self"]], ";R ", as.character(getRversion()), ", forecast ",
    as.character(packageVersion("forecast")), sep = "")
