"use strict";

/*
 * The inbox by keyboard: j and k go through the orders, x chooses, a, s and r act, ? tells. Single letters disturb whoever
 * dictates, so that they can be switched off; the switch is remembered by the browser.
 */
(() => {
  const SETTING = "plenish.shortcuts";

  const begin = () => {
    const form = document.querySelector("form[data-shortcuts]");
    if (!form) return;
    const orders = Array.from(form.querySelectorAll("[data-order]"));
    const help = document.querySelector("[data-shortcuts-help]");
    const box = document.querySelector("[data-shortcuts-switch]");
    const onOff = box.querySelector("input");
    const chosenText = form.querySelector("[data-chosen]");
    let current = -1;

    const checkbox = (order) => order.querySelector("input[type=checkbox]");
    const chosen = () => orders.filter((order) => checkbox(order).checked);

    const tell = () => {
      const values = chosen().map((order) => order.querySelector("td:last-child").textContent.trim());
      const sum = values.reduce((total, value) => total + Number(value.replace(/[^0-9.]/g, "")), 0);
      const sign = values.length ? values[0].replace(/[0-9.,]/g, "") : "";
      chosenText.textContent = values.length === 0 ? "" : chosenText.dataset.text
        .replace("%d", values.length)
        .replace("%s", sign + sum.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
    };

    const go = (index) => {
      if (orders.length === 0) return;
      orders[current]?.classList.remove("is-current");
      current = Math.min(orders.length - 1, Math.max(0, index));
      orders[current].classList.add("is-current");
      orders[current].querySelector("th a").focus();
    };

    const act = (action) => {
      if (chosen().length === 0 && current >= 0) checkbox(orders[current]).checked = true;
      if (chosen().length === 0) return;
      form.requestSubmit(form.querySelector(`button[value=${action}]`));
    };

    const keys = {
      j: () => go(current + 1),
      k: () => go(current - 1),
      x: () => {
        if (current < 0) return;
        checkbox(orders[current]).checked = !checkbox(orders[current]).checked;
        tell();
      },
      a: () => act("APPROVE"),
      s: () => act("SUBMIT"),
      r: () => (form.elements.reason.value.trim() ? act("REJECT") : form.elements.reason.focus()),
      "?": () => {
        help.hidden = !help.hidden;
        if (!help.hidden) help.scrollIntoView({ block: "nearest" });
      },
    };

    onOff.checked = localStorage.getItem(SETTING) !== "off";
    box.hidden = false;
    onOff.addEventListener("change", () => localStorage.setItem(SETTING, onOff.checked ? "on" : "off"));
    form.addEventListener("change", tell);
    document.addEventListener("keydown", (event) => {
      const writes = event.target.closest("input:not([type=checkbox]), select, textarea");
      if (!onOff.checked || writes || event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    });
  };

  document.addEventListener("DOMContentLoaded", begin);
})();
