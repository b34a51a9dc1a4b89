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

  const keys = { j: () => move(1), k: () => move(-1), x: mark, "/": find, "?": help };

  document.addEventListener("keydown", event => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (Object.hasOwn(keys, event.key)) keys[event.key](event);
  });
})();
