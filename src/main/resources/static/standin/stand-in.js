// Keeps open what the developer opened, and the words they typed out of the next act, when the lists renew themselves.
(function () {
  "use strict";
  let open = new Set();

  document.addEventListener("htmx:beforeSwap", () => {
    open = new Set([...document.querySelectorAll(".standin-exchanges details[open]")].map(it => it.id));
  });
  document.addEventListener("htmx:afterSettle", () => {
    open.forEach(id => document.getElementById(id)?.setAttribute("open", ""));
  });
  document.addEventListener("htmx:afterRequest", event => {
    if (event.target.id === "play" && event.detail.successful) {
      event.target.querySelector("[name=text]").value = "";
    }
  });
})();
