"use strict";

/*
 * The editor of one file of the rule book. Without it the page has a plain text or a form of cells; with it the file is
 * checked as it is written, its words are completed and its problems are marked where they are.
 */
(() => {
  const PAUSE_MS = 500;
  const form = document.getElementById("edit-form");
  const gridForm = document.getElementById("grid-form");
  const texts = document.getElementById("finding-texts")?.dataset;
  const byId = (id) => document.getElementById(id);
  const fill = (text, ...values) => values.reduce((all, value, i) => all.replace(`{${i}}`, value), text);

  /* What is typed and not saved is not left without a question. */
  let unsaved = false;
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  /* One check at a time; whatever is typed meanwhile is checked next. */
  const checker = (address, body, show) => {
    const csrf = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}");
    let waiting;
    let busy = false;
    let again = false;
    const check = async () => {
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      byId("check-state").textContent = texts.checking;
      try {
        const answer = await fetch(address, { method: "POST", headers: { ...csrf, Accept: "application/json" }, body: body() });
        if (!answer.ok) throw new Error(String(answer.status));
        show(await answer.json());
      } catch {
        byId("check-state").textContent = texts.failed;
      }
      busy = false;
      if (again) {
        again = false;
        check();
      }
    };
    return () => {
      clearTimeout(waiting);
      waiting = setTimeout(check, PAUSE_MS);
    };
  };

  const part = (name, text, style) => {
    const element = document.createElement(name);
    element.textContent = text;
    if (style) element.className = style;
    return element;
  };

  const placeOf = (finding) => {
    if (finding.row >= 0) return fill(texts.row, finding.row + 1);
    if (finding.line === 0) return texts.file;
    return finding.column === 0 ? fill(texts.line, finding.line) : fill(texts.place, finding.line, finding.column);
  };

  const item = (finding, place) => {
    const line = document.createElement("li");
    line.className = "finding";
    line.dataset.error = finding.error;
    line.append(part("span", finding.error ? texts.error : texts.warning, `pill ${finding.error ? "pill-critical" : "pill-warning"}`), " ", place,
      part("p", finding.message, "break"), part("p", finding.advice, "hint break"));
    return line;
  };

  const link = (finding) => {
    const place = part("a", placeOf(finding));
    place.href = `?as=text&line=${finding.line}`;
    Object.assign(place.dataset, { line: finding.line, column: finding.column, row: finding.row });
    return place;
  };

  const list = (check) => {
    byId("problems-here").replaceChildren(...check.here.map((finding) => item(finding, link(finding))));
    byId("problems-elsewhere").replaceChildren(...check.elsewhere.map((finding) =>
      item(finding, part("span", finding.file + (finding.line > 0 ? ` ${fill(texts.at, finding.line)}` : ""), "break"))));
    byId("elsewhere").hidden = check.elsewhere.length === 0;
    byId("elsewhere").querySelector("summary").textContent = fill(texts.elsewhere, check.elsewhere.length);
    byId("no-problems").hidden = check.here.length > 0;
    byId("problems-incomplete").hidden = check.complete;
    byId("problems-more")?.remove();
    const found = check.here.length + check.elsewhere.length;
    byId("check-state").textContent = found === 0 ? texts.clean : fill(texts.found, found);
  };

  /* The list as it stands on the page, whoever wrote it. */
  const annotations = () => Array.from(document.querySelectorAll("#problems-here .finding")).map((line) => {
    const place = line.querySelector("[data-line]").dataset;
    return {
      row: Math.max(0, Number(place.line) - 1),
      column: Math.max(0, Number(place.column) - 1),
      text: Array.from(line.querySelectorAll("p")).map((p) => p.textContent).join("\n"),
      type: line.dataset.error === "true" ? "error" : "warning",
    };
  });

  const begin = () => {
    const area = byId("text");
    const { mode, ace: base, topic, words, check: address } = area.dataset;
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const box = document.createElement("div");
    box.className = "edit-ace";
    area.after(box);
    area.hidden = true;
    area.removeAttribute("id");
    box.id = "text";

    window.ace.config.set("useStrictCSP", true);
    window.ace.config.set("basePath", base);
    const editor = window.ace.edit(box, {
      value: area.value,
      mode: `ace/mode/${mode}`,
      useWorker: false,
      readOnly: area.readOnly,
      enableKeyboardAccessibility: true,
      showPrintMargin: false,
      fontSize: 13,
      tabSize: 4,
      useSoftTabs: true,
      wrap: false,
    });
    editor.session.setUseWorker(false);
    const recolour = () => editor.setTheme(dark.matches ? "ace/theme/github_dark" : "ace/theme/github_light_default");
    recolour();
    dark.addEventListener("change", recolour);
    editor.setOption("textInputAriaLabel", area.dataset.label);
    byId("keys-hint").hidden = false;

    const mark = () => editor.session.setAnnotations(annotations());
    const goTo = (line, column) => {
      editor.gotoLine(line, Math.max(0, column - 1), false);
      editor.focus();
    };
    mark();
    if (Number(area.dataset.line) > 0) goTo(Number(area.dataset.line), 0);

    const checkSoon = address && checker(address, () => new URLSearchParams({ name: area.dataset.file, text: editor.getValue() }), (found) => {
      list(found);
      mark();
    });
    editor.session.on("change", () => {
      area.value = editor.getValue();
      unsaved = true;
      checkSoon?.();
    });
    document.addEventListener("click", (event) => {
      const place = event.target.closest("#problems-here a[data-line]");
      if (!place) return;
      event.preventDefault();
      goTo(Math.max(1, Number(place.dataset.line)), Number(place.dataset.column));
    });
    document.addEventListener("htmx:afterSwap", (event) => {
      mark();
      if (event.detail.target.id === "beside" && document.querySelector("#beside .saved")) unsaved = false;
    });

    window.ace.config.loadModule("ace/ext/language_tools", async () => {
      const vocabulary = await (await fetch(words)).json();
      window.offerRuleWords(editor, vocabulary.filter((one) => one.topic === topic), mode);
    });
  };

  /* A refusal comes with a page that says why. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    if ([400, 409, 429, 503].includes(event.detail.xhr.status)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  const beginGrid = () => {
    const cells = (check) => {
      gridForm.querySelectorAll(".cell-note").forEach((note) => {
        note.textContent = "";
        note.hidden = true;
      });
      gridForm.querySelectorAll("[aria-invalid]").forEach((cell) => cell.removeAttribute("aria-invalid"));
      for (const finding of check.here.filter((one) => one.row >= 0)) {
        const place = `${finding.row}.${finding.column - 1}`;
        const cell = finding.column > 0 ? byId(`c${place}`) : null;
        const note = byId(cell ? `m${place}` : `r${finding.row}`);
        if (cell && cell.tagName !== "SUMMARY") cell.setAttribute("aria-invalid", "true");
        if (note) {
          note.textContent = `${note.textContent} ${finding.message} ${finding.advice}`.trim();
          note.hidden = false;
        }
      }
    };
    const checkSoon = checker(gridForm.dataset.check, () => new URLSearchParams(new FormData(gridForm)), (found) => {
      list(found);
      cells(found);
    });
    gridForm.addEventListener("change", (event) => {
      const pick = event.target.closest(".cell-pick");
      if (pick) {
        const chosen = Array.from(pick.querySelectorAll("input[name^=v]:checked")).map((box) => box.value);
        const not = pick.querySelector("input[name^=n]").checked && chosen.length > 0 ? "not " : "";
        pick.querySelector(".cell-value").textContent = not + chosen.join(" | ") || pick.querySelector("summary").dataset.any;
      }
      unsaved = true;
      checkSoon();
    });
    /* The browser offers whole cells only; here what is typed before a bar is kept. */
    const offers = gridForm.querySelector("#offers-now");
    const offerNext = (event) => {
      const cell = event.target;
      const all = byId(cell.dataset?.offers);
      if (!all) return;
      const kept = cell.value.match(/^(?:not )?(?:.*\|\s*)?/)[0];
      offers.replaceChildren(...Array.from(all.options, (one) => new Option("", kept + one.value)));
      cell.setAttribute("list", kept === "" ? all.id : offers.id);
    };
    gridForm.addEventListener("focusin", offerNext);
    gridForm.addEventListener("input", offerNext);
    gridForm.addEventListener("submit", () => {
      unsaved = false;
    });
  };

  const beginSearch = () => {
    const search = byId("word-search");
    if (!search) return;
    search.closest("[data-needs-script]").hidden = false;
    search.addEventListener("input", () => {
      const wanted = search.value.trim().toLowerCase();
      let found = 0;
      document.querySelectorAll("[data-word]").forEach((word) => {
        word.hidden = !word.textContent.toLowerCase().includes(wanted);
        if (!word.hidden) found++;
      });
      document.querySelectorAll(".word-group").forEach((group) => {
        group.open = wanted !== "" && group.querySelector("[data-word]:not([hidden])") !== null;
      });
      byId("no-words").textContent = found === 0 ? byId("no-words").dataset.text : "";
    });
  };

  /* What is not given need not stand in the address. */
  const dropBlanks = (event) => Array.from(event.target.elements)
    .filter((field) => field.name.startsWith("w.") && field.value === "")
    .forEach((field) => {
      field.disabled = true;
      setTimeout(() => (field.disabled = false));
    });

  document.addEventListener("DOMContentLoaded", () => {
    byId("try-form")?.addEventListener("submit", dropBlanks);
    if (form && window.ace) begin();
    if (gridForm?.dataset.check) beginGrid();
    beginSearch();
  });
})();
