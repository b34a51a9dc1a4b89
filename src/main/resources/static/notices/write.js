// Words to tap, put where the cursor is. Without this script one writes them.
(function () {
  "use strict";

  const line = document.getElementById("audience");
  const chips = document.querySelector(".notices-chips");
  if (!line || !chips) return;
  chips.hidden = false;
  chips.addEventListener("click", event => {
    const word = event.target.dataset.word;
    if (!word) return;
    const from = line.selectionStart ?? line.value.length;
    const before = line.value.slice(0, from).trimEnd();
    const after = line.value.slice(line.selectionEnd ?? from).trimStart();
    line.value = [before, word, after].filter(it => it).join(" ");
    const at = before.length + word.length + (before ? 1 : 0);
    line.focus();
    line.setSelectionRange(at, at);
    line.dispatchEvent(new Event("changed-by-hand"));
  });
})();
