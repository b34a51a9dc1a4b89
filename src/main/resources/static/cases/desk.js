// Keys at the desk: j and k go down and up the list, Enter opens, x marks, / finds, ? shows them. Nothing needs them.
(function () {
  "use strict";

  function isTyping(target) {
    return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog") !== null;
  }

  function links() {
    return [...document.querySelectorAll(".desk-what a")];
  }

  // The row that has the focus, on its link or on its mark.
  function here() {
    return links().findIndex(link => link.closest("tr").contains(document.activeElement));
  }

  function move(step) {
    const all = links();
    const at = here();
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
    if (next) next.focus();
  }

  function mark() {
    const row = here() < 0 ? null : links()[here()].closest("tr");
    const box = row && row.querySelector("input[type=checkbox]");
    if (box) box.click();
  }

  function find(event) {
    const text = document.getElementById("text");
    if (text) {
      event.preventDefault();
      text.focus();
    }
  }

  function help() {
    const keys = document.getElementById("desk-keys");
    if (keys) keys.showModal();
  }

  // What is marked stays marked, as it was seen then, however often the list is renewed below it.
  const marks = new Map();

  function boxes() {
    return [...document.querySelectorAll("input[form=together][name=it]")];
  }

  function count() {
    const words = document.getElementById("together-count");
    if (words) words.textContent = marks.size ? words.dataset.words.replace("{0}", marks.size) : "";
  }

  function remark() {
    const form = document.getElementById("together");
    if (!form) return;
    form.querySelectorAll("input[data-gone]").forEach(it => it.remove());
    const gone = new Map(marks);
    boxes().forEach(box => {
      const number = box.value.split("~")[0];
      box.checked = marks.has(number);
      if (box.checked) box.value = marks.get(number);
      gone.delete(number);
    });
    gone.forEach(value => {
      const hidden = Object.assign(document.createElement("input"), { type: "hidden", name: "it", value });
      hidden.dataset.gone = "";
      form.append(hidden);
    });
    count();
  }

  document.addEventListener("change", event => {
    if (!event.target.matches("input[form=together][name=it]")) return;
    const number = event.target.value.split("~")[0];
    if (event.target.checked) marks.set(number, event.target.value);
    else marks.delete(number);
    document.getElementById("desk-together").open = marks.size > 0;
    count();
  });
  document.addEventListener("reset", event => {
    if (event.target.id !== "together") return;
    marks.clear();
    setTimeout(remark);
  });
  document.addEventListener("htmx:afterSettle", remark);

  // What may be done with a case changes with it, but not while somebody writes there, nor without need: folds would close.
  document.addEventListener("htmx:oobBeforeSwap", event => {
    const acts = document.getElementById("case-acts");
    if (acts && event.detail.target === acts && (linli.isWritten(acts) || version(acts) === version(event.detail.fragment))) {
      event.detail.shouldSwap = false;
    }
  });

  function version(part) {
    const input = part.querySelector("input[name=version]");
    return input ? input.value : "";
  }

  const keys = { j: () => move(1), k: () => move(-1), x: mark, "/": find, "?": help };

  document.addEventListener("keydown", event => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (Object.hasOwn(keys, event.key)) keys[event.key](event);
  });
})();
