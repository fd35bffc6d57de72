"use strict";

/*
 * The words that fit where somebody types in a file of the rule book: those of the vocabulary, and what they can be. They are
 * offered with the first letter, and where a comparison waits for its value; never in the middle of a sentence or a comment.
 */
(() => {
  const FACT = "SkuLocationProfile";
  const TOKENS = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[A-Za-z_$][\w.$]*|\n|[()]/g;
  const COMPARED = /([A-Za-z][\w.]*)\s*(?:(?:==|!=)\s*|(?:not\s+)?in\s*\(\s*(?:(?:[\w.]+|"[^"\n]*")\s*,\s*)*)$/;
  const TRIGGERS = [" ", "(", ",", "=", "\"", "{", "|", ":"];

  const offer = (caption, entry, more) => ({
    caption, value: caption, meta: entry.unit || entry.topic, docText: `${entry.meaning}\n${entry.allowed}`, ...more,
  });
  const names = (entries, more) => entries.map((entry) => offer(entry.word, entry, more?.(entry)));
  const named = (all, word, answer) => all.find((entry) => entry.word === word && (!answer || entry.answer));
  const isConstant = (entry) => entry.values.length > 0 && entry.values[0] !== "true";
  /* What a word can be, as tables and tests write it. */
  const plain = (entry, unknown) => [...entry.values, ...entry.seen, ...(unknown && entry.unknown ? ["unknown"] : [])]
    .map((text) => offer(text, entry, { meta: entry.word }));
  const inBraces = (all, text) => {
    const typed = text.match(/\{([\w.]*)$/)?.[1];
    return typed === undefined ? undefined : { typed, offers: names(all) };
  };

  /* Where a rule stands at its end: in which part, in which brackets, in a text or in a comment. */
  const read = (text) => {
    const open = [];
    let section = "head";
    let word = "";
    let begun = true;
    let last = "";
    for (const { 0: token, index } of text.matchAll(TOKENS)) {
      last = index + token.length === text.length ? token : "";
      if (begun && ["when", "then", "end"].includes(token)) section = token;
      if (token === "(") open.push(word);
      if (token === ")") open.pop();
      if (token !== "\n") word = token;
      begun = token === "\n";
    }
    const quoted = /^["']/.test(last) && (last.length === 1 || last.at(-1) !== last[0]) ? last.slice(1) : undefined;
    return { section, open, quoted, comment: last.startsWith("//") || (last.startsWith("/*") && !last.endsWith("*/")) };
  };

  const valuesInRules = (entry, quotes) => ({
    least: 0,
    offers: [
      ...entry.values.map((text) => offer(isConstant(entry) && entry.fact ? `${entry.fact}.${text}` : text, entry, { meta: entry.word })),
      ...entry.seen.map((text) => offer(text, entry, { meta: entry.word, value: quotes ? JSON.stringify(text) : text })),
    ],
  });

  const inRules = (all, session, { row, column }) => {
    let first = row;
    while (first > 0 && !/^\s*rule\b/.test(session.getLine(first))) first--;
    const text = [...session.getLines(first, row).slice(0, -1), session.getLine(row).slice(0, column)].join("\n");
    const { section, open, quoted, comment } = read(text);
    if (comment) return undefined;
    const typed = quoted ?? text.match(/[\w.$]*$/)[0];
    const before = text.slice(0, text.length - typed.length);
    const compared = () => {
      const word = before.slice(0, quoted === undefined ? undefined : -1).match(COMPARED)?.[1];
      return ["this", "value"].includes(word) ? all.find((entry) => entry.answer && entry.fact === open[0]) : named(all, word);
    };
    if (section === "head") return quoted === undefined ? undefined : inBraces(all, quoted);
    if (section === "then") {
      const answer = named(all, before.match(/conclude\.(\w+)\(\s*$/)?.[1], true);
      return answer ? { typed, ...valuesInRules(answer) } : {
        typed,
        offers: all.filter((entry) => entry.answer).map((entry) =>
          offer(`conclude.${entry.word}`, entry, { value: `conclude.${entry.word}( `, tail: " );", next: true })),
      };
    }
    if (section !== "when") return undefined;
    const entry = compared();
    if (entry) return { typed, ...valuesInRules(entry, quoted === undefined) };
    if (quoted !== undefined) return undefined;
    if (open.length === 0) {
      const whole = { word: FACT, topic: "", unit: "", meaning: "", allowed: "" };
      return {
        typed,
        offers: [offer(FACT, whole, { value: `${FACT}( `, tail: " )", docText: "" }), ...all.filter((one) => one.answer).map((one) =>
          offer(one.fact, one, { meta: one.word, value: `${one.fact}( ${isConstant(one) ? "this" : "value"} == `, tail: " )", next: true }))],
      };
    }
    const asked = all.find((one) => one.answer && one.fact === open[0]);
    return { typed, offers: asked ? [offer(isConstant(asked) ? "this" : "value", asked)] : names(all.filter((one) => !one.answer)) };
  };

  const inTests = (all, session, { row, column }) => {
    const line = session.getLine(row).slice(0, column);
    if (/(^|\s)#/.test(line)) return undefined;
    const [, word, value] = line.match(/([A-Za-z][\w.]*):\s+([^,{}[\]:]*)$/) ?? [];
    if (word) {
      const entry = named(all, word);
      return entry && { typed: value, least: 0, offers: plain(entry, true) };
    }
    const typed = line.match(/(?:^\s*(?:- )?|\{\s*|\{[^}]*,\s*)([A-Za-z][\w.]*)$/)?.[1];
    return typed && { typed, offers: names(all, (entry) => ({ value: `${entry.word}: `, next: true })) };
  };

  /* The cells of a line. */
  const cut = (line) => {
    const cells = [""];
    let quoted = false;
    for (const letter of line) {
      if (letter === "\"") quoted = !quoted;
      else if (letter === "," && !quoted) cells.push("");
      else cells[cells.length - 1] += letter;
    }
    return cells;
  };

  const inTable = (all, session, { row, column }) => {
    const cells = cut(session.getLine(row).slice(0, column));
    const cell = cells.at(-1);
    if (row === 0) return undefined;
    if (row === 1) {
      return { typed: cell, offers: [...names(all), ...all.filter((entry) => entry.answer).map((entry) => offer(`then ${entry.word}`, entry))] };
    }
    const header = cut(session.getLine(1))[cells.length - 1] ?? "";
    if (header === "explain") return inBraces(all, cell);
    const answer = header.startsWith("then ");
    const entry = named(all, answer ? header.slice("then ".length) : header, answer);
    return entry && { typed: cell.replace(/^not |^.*\|\s*/, "").replace(/^not /, ""), offers: plain(entry, !answer) };
  };

  /* Where the letters stand in the words: at its beginning, or at that of one of its parts; -1: nowhere. */
  const placeOf = (caption, typed) => {
    const [text, wanted] = [caption.toLowerCase(), typed.toLowerCase()];
    if (text.startsWith(wanted)) return 0;
    return Math.max(text.indexOf(`.${wanted}`), text.indexOf(` ${wanted}`));
  };

  const take = (popup) => (editor, item) => {
    const { row, column } = editor.getCursorPosition();
    editor.session.remove({ start: { row, column: item.from }, end: { row, column } });
    editor.execCommand("insertstring", item.value);
    const end = editor.getCursorPosition();
    if (item.tail && editor.session.getLine(end.row).slice(end.column).trim() === "") {
      editor.session.insert(end, item.tail);
      editor.moveCursorToPosition(end);
    }
    if (item.next) {
      popup.autoShown = true;
      popup.showPopup(editor);
    }
  };

  /* What is offered while typing, and everything where it is asked for by keys. */
  window.offerRuleWords = (editor, topics, mode) => {
    const all = topics.flatMap((topic) => [...topic.asked, ...topic.answered]);
    const find = { drools: inRules, yaml: inTests, text: inTable }[mode];
    const popup = window.ace.require("ace/autocomplete").Autocomplete.for(editor);
    const completer = { insertMatch: take(popup) };
    popup.parentNode = editor.container.closest("main");
    let shown = "";
    let dismissed = "";

    /* Each letter may make another word fit, so what fits is found anew, not narrowed down. */
    const update = popup.updateCompletions;
    popup.updateCompletions = (keep, options) => {
      popup.base?.detach();
      /* The list has a text of its own, which nobody is to come to by Tab. */
      popup.getPopup().textInput.getElement().tabIndex = -1;
      update.call(popup, false, options);
    };
    /* Who closes the list wants to write this word without it. */
    popup.keyboardHandler.bindKey("Esc", () => {
      dismissed = shown;
      popup.detach();
    });

    editor.completers = [{
      identifierRegexps: [/[a-zA-Z_0-9.$]/],
      triggerCharacters: TRIGGERS,
      getCompletions: (_, session, position, prefix, callback) => {
        const asked = !popup.autoShown;
        const found = find(all, session, position);
        const place = found ?? (asked ? { typed: prefix, offers: names(all) } : { typed: "", offers: [] });
        shown = `${position.row}:${position.column - place.typed.length}`;
        if (asked || shown !== dismissed) dismissed = "";
        const quiet = !asked && (dismissed !== "" || place.typed.length < (place.least ?? 1)
          || place.offers.some((one) => one.caption === place.typed));
        callback(null, quiet ? [] : place.offers.map((one, index) => ({ ...one, at: placeOf(one.caption, place.typed), index }))
          .filter((one) => one.at >= 0)
          .map((one) => ({
            ...one, completer, from: position.column - place.typed.length, skipFilter: true,
            score: (one.at === 0 ? 2 : 1) * place.offers.length - one.index,
          })));
      },
    }];
    editor.setOptions({ enableBasicAutocompletion: true, enableLiveAutocompletion: true, liveAutocompletionThreshold: 1 });
  };
})();
