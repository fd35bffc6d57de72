"use strict";

/*
 * Draws each chart from the table that stands below it, so a page says the same with and without JavaScript.
 *
 * A chart is <div class="chart" hidden data-table="ID" data-label="..." data-unit="...">; the unit is that of its y axis.
 * In the table's head, data-plot says how a
 * column is drawn: bar, line, dashed, dotted, step, low and high (the edges of a band; data-band names it). data-color names a
 * colour of the style sheet. A cell's number is its data-value; none: a gap. A row with data-flag is shaded. A column drawn
 * as x is the scale across, else the first column names the buckets; one drawn as point is marked by dots. The chart's
 * data-x-unit="%" shows that scale in percent.
 */
(() => {
  const charts = new Map();

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  const readTable = (table) => {
    const rows = Array.from(table.tBodies[0].rows);
    const columns = Array.from(table.tHead.rows[0].cells).map((head, index) => ({
      name: head.textContent.trim(),
      plot: head.dataset.plot,
      color: head.dataset.color,
      band: head.dataset.band,
      values: rows.map((row) => {
        const value = row.cells[index].dataset.value;
        return value === undefined ? null : Number(value);
      }),
      texts: rows.map((row) => row.cells[index].textContent.trim()),
    }));
    return { columns, flags: rows.map((row) => row.dataset.flag !== undefined) };
  };

  const compact = (value) => {
    const size = Math.abs(value);
    if (size >= 1e6) return `${+(value / 1e6).toFixed(1)} m`;
    return size >= 1e4 ? `${+(value / 1e3).toFixed(1)} k` : String(+value.toFixed(2));
  };

  const acrossOf = (data) => data.columns.find((c) => c.plot === "x");

  /* Over a scale: each value with its place across. */
  const seriesAcross = ({ columns }, across) => columns.filter((c) => c.plot && c !== across).map((column) => ({
    type: column.plot === "point" ? "scatter" : "line",
    name: column.name,
    data: column.values.map((value, i) => [across.values[i], value]),
    connectNulls: true,
    symbol: "circle",
    symbolSize: column.plot === "point" ? 12 : 5,
    z: column.plot === "point" ? 4 : 3,
    lineStyle: { color: colour(column.color), width: 2 },
    itemStyle: { color: colour(column.color) },
  }));

  const seriesOf = ({ columns, flags }) => {
    const series = [];
    for (const column of columns.filter((c) => c.plot)) {
      const stroke = colour(column.color);
      if (column.plot === "low") {
        const high = columns.find((c) => c.plot === "high" && c.band === column.band);
        const fill = { color: stroke, opacity: 1 };
        const edge = { type: "line", symbol: "none", lineStyle: { opacity: 0 }, silent: true, stack: column.band, stackStrategy: "all" };
        series.push({ ...edge, name: column.name, data: column.values });
        series.push({
          ...edge,
          name: high.name,
          areaStyle: fill,
          data: high.values.map((value, i) => (value === null ? null : value - column.values[i])),
        });
      } else if (column.plot === "bar") {
        series.push({ type: "bar", name: column.name, data: column.values, itemStyle: { color: stroke, borderRadius: [2, 2, 0, 0] }, barMaxWidth: 22, barCategoryGap: "28%" });
      } else if (column.plot === "point") {
        series.push({ type: "scatter", name: column.name, data: column.values, symbolSize: 10, z: 4, itemStyle: { color: stroke } });
      } else if (column.plot !== "high") {
        /* A line of one point is a dot. */
        const alone = column.values.filter((value) => value !== null).length === 1;
        series.push({
          type: "line",
          name: column.name,
          data: column.values,
          symbol: alone ? "circle" : "none",
          symbolSize: 8,
          step: column.plot === "step" ? "middle" : false,
          lineStyle: { color: stroke, width: column.plot === "dotted" ? 1.5 : 2, type: { dashed: [6, 4], dotted: [2, 3] }[column.plot] ?? "solid" },
          itemStyle: { color: stroke },
        });
      }
    }
    /* Shades whole buckets: full bars on hidden axes of their own, so that they share no room with the real ones. */
    series.push({
      type: "bar", xAxisIndex: 1, yAxisIndex: 1, silent: true, z: 0, barWidth: "100%",
      data: flags.map((flag) => (flag ? 1 : null)),
      itemStyle: { color: colour("critical"), opacity: 0.14 },
    });
    return series;
  };

  /* How many rows the legend takes, as it breaks where the next name has no room. */
  const pen = document.createElement("canvas").getContext("2d");
  const legendRows = (names, width, font) => {
    pen.font = `12px ${font}`;
    let rows = 1;
    let used = 0;
    for (const name of names) {
      const wide = 16 + 5 + pen.measureText(name).width + 16;
      if (used > 0 && used + wide > width) {
        rows += 1;
        used = 0;
      }
      used += wide;
    }
    return rows;
  };

  /* Where there is room, names across are written in full, in rows; else some are left out. */
  const namesAcross = (labels, width) => {
    const each = width / labels.length - 8;
    return each >= 52 && labels.some((label) => label.includes(" "))
      ? { interval: 0, width: each, overflow: "break", lineHeight: 14 }
      : { hideOverlap: true };
  };

  const draw = (box) => {
    const table = document.getElementById(box.dataset.table);
    if (!table) return;
    box.hidden = false;
    const data = readTable(table);
    const labels = data.columns[0].texts;
    const text = colour("muted");
    const chart = charts.get(box) ?? window.echarts.init(box, null, { renderer: "svg" });
    charts.set(box, chart);
    const across = acrossOf(data);
    const shown = data.columns.filter((c) => c.plot && !["low", "high", "x"].includes(c.plot));
    const font = getComputedStyle(document.body).fontFamily;
    const width = chart.getWidth();
    const extraLegendRows = legendRows(shown.map((c) => c.name), width, font) - 1;
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { description: box.dataset.label } },
      textStyle: { fontFamily: font },
      grid: { left: 4, right: 8, top: 56 + 21 * extraLegendRows, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 16, itemHeight: 8, itemGap: 16, icon: "roundRect", textStyle: { color: text, fontSize: 12 }, data: shown.map((c) => c.name), selectedMode: false },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        confine: true,
        backgroundColor: colour("surface"),
        borderColor: colour("line-strong"),
        textStyle: { color: colour("text"), fontSize: 12 },
        formatter: (points) => {
          const at = points[0].dataIndex;
          const lines = data.columns.slice(1).filter((c) => c.texts[at] !== "" && c.texts[at] !== "–").map((c) => `${c.name}  ${c.texts[at]}`);
          return [`${data.columns[0].name} ${labels[at]}`, ...lines].join("\n");
        },
      },
      xAxis: [{ ...(across ? { type: "value", scale: true } : { type: "category", data: labels }), axisLine: { lineStyle: { color: colour("line-strong") } }, axisTick: { show: false }, axisLabel: { color: text, fontSize: 11, ...namesAcross(labels, width - 60), ...(across && box.dataset.xUnit === "%" ? { formatter: (share) => `${+(100 * share).toFixed(1)}%` } : {}) }, splitLine: { show: false } }, { type: "category", data: labels, show: false }],
      yAxis: [{ type: "value", max: box.dataset.unit === "%" ? 100 : null, axisLine: { show: false }, axisTick: { show: false }, name: box.dataset.unit, nameGap: 10, nameTextStyle: { color: text, fontSize: 11, align: "left", padding: [0, 0, 0, -4] }, axisLabel: { color: text, fontSize: 11, formatter: compact }, splitLine: { lineStyle: { color: colour("line") } }, splitNumber: 4 }, { type: "value", min: 0, max: 1, show: false }],
      series: across ? seriesAcross(data, across) : seriesOf(data),
    }, true);
  };

  /* The library comes with the first chart: most pages have none. */
  const library = document.currentScript.dataset.charts;
  let loading;
  const withLibrary = () => loading ??= new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = library;
    script.onload = loaded;
    script.onerror = failed;
    document.head.append(script);
  });

  const drawAll = (root) => {
    const boxes = root.querySelectorAll(".chart[data-table]");
    if (boxes.length > 0) withLibrary().then(() => boxes.forEach(draw));
  };

  document.addEventListener("DOMContentLoaded", () => drawAll(document));
  /* What was swapped as a whole is no longer part of the page. */
  document.addEventListener("htmx:afterSwap", ({ detail: { target } }) => drawAll(target.isConnected ? target : document));
  window.addEventListener("resize", () => {
    if ("paper" in document.documentElement.dataset) return;
    charts.forEach((chart, box) => {
      chart.resize();
      draw(box);
    });
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach((_, box) => draw(box)));

  /* On paper charts are dark on white, as wide as a sheet or half of it, and shrink with what they stand in. */
  const SHEET = { width: 640, height: 230 };
  const HALF_SHEET = { width: 320, height: 190 };
  const toPaper = () => {
    if ("paper" in document.documentElement.dataset) return;
    document.documentElement.dataset.paper = "";
    charts.forEach((chart, box) => {
      const size = box.closest(".chart-grid > :not(.wide), .two-columns > *") ? HALF_SHEET : SHEET;
      chart.resize(size);
      draw(box);
      box.querySelector("svg").setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    });
  };
  const toScreen = () => {
    delete document.documentElement.dataset.paper;
    charts.forEach((chart, box) => {
      box.querySelector("svg").removeAttribute("viewBox");
      chart.resize({ width: "auto", height: "auto" });
      draw(box);
    });
  };
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", toScreen);
  window.matchMedia("print").addEventListener("change", ({ matches }) => (matches ? toPaper() : toScreen()));

  /* Whoever has no mouse comes to what a table hides at its side by the arrow keys, once it can have the focus. */
  const reach = ({ target: box }) => {
    const title = box.closest("section")?.getAttribute("aria-labelledby");
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      if (title) box.setAttribute("aria-labelledby", title);
    } else {
      ["tabindex", "role", "aria-labelledby"].forEach((name) => box.removeAttribute(name));
    }
  };
  const sizes = new ResizeObserver((entries) => entries.forEach(reach));
  const watchTables = (root) => root.querySelectorAll(".table-scroll:not([role=region])").forEach((box) => sizes.observe(box));
  document.addEventListener("DOMContentLoaded", () => watchTables(document));
  document.addEventListener("htmx:afterSwap", (event) => watchTables(event.detail.target.parentElement ?? document));

  /* Whoever did something is at what it was done about, and hears what became of it; the next step is beside. */
  const toTold = () => {
    const row = document.querySelector("[data-told]");
    row?.removeAttribute("data-told");
    row?.focus();
  };
  document.addEventListener("DOMContentLoaded", toTold);
  document.addEventListener("htmx:afterSettle", toTold);

  /* A button that fetches its explanation opens it; the second press closes it. */
  document.addEventListener("htmx:beforeRequest", (event) => {
    const opener = event.detail.elt;
    if (opener.getAttribute("aria-expanded") === "true") {
      event.preventDefault();
      event.detail.target.replaceChildren();
      event.detail.target.closest("tr")?.setAttribute("hidden", "");
      opener.setAttribute("aria-expanded", "false");
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const opener = event.detail.elt;
    if (opener.hasAttribute("aria-expanded") && event.detail.successful) {
      event.detail.target.closest("tr")?.removeAttribute("hidden");
      opener.setAttribute("aria-expanded", "true");
    }
  });
})();
