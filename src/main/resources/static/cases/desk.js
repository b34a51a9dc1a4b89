// Keys at the desk: "/" looks for something, "j" and "k" go down and up the list, Enter opens. Nothing needs them.
(function () {
  "use strict";

  function isTyping(target) {
    return target.closest("input, textarea, select, [contenteditable]") !== null;
  }

  function move(step) {
    const links = [...document.querySelectorAll(".desk-what a")];
    const here = links.indexOf(document.activeElement);
    const next = links[here < 0 ? 0 : Math.min(links.length - 1, Math.max(0, here + step))];
    if (next) next.focus();
  }

  document.addEventListener("keydown", event => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      const find = document.getElementById("text");
      if (find) {
        event.preventDefault();
        find.focus();
      }
    } else if (event.key === "j") {
      move(1);
    } else if (event.key === "k") {
      move(-1);
    }
  });
})();
