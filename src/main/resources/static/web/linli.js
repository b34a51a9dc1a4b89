// What every page shares: the forgery token, trouble from the server, live updates. No page needs it to be readable.
(function () {
  "use strict";

  const LONGEST_REST = 15000;

  function meta(name) {
    const found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.content : null;
  }

  // For a script's own calls: fetch(url, {method: "POST", headers: linli.headers()})
  function headers() {
    const name = meta("csrf-header");
    return name ? { [name]: meta("csrf-token") } : {};
  }

  document.addEventListener("htmx:configRequest", event => Object.assign(event.detail.headers, headers()));

  // An error answer is shown above the page, which stays as it is; what was done before is no answer to it.
  document.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.xhr.status >= 400 && event.detail.xhr.responseText) {
      event.detail.shouldSwap = true;
      event.detail.isError = true;
      event.detail.target = document.getElementById("trouble");
      event.detail.swapOverride = "innerHTML";
      event.detail.selectOverride = "unset";
      takeBackSuccess();
    } else if (event.detail.shouldSwap) {
      giveUpNames(event.detail.target);
    }
  });

  function takeBackSuccess() {
    document.querySelectorAll("main .alert-success[role=status]").forEach(it => it.remove());
  }

  // New folds come in while the old ones still stand: of those with one name only the first stays open.
  function giveUpNames(old) {
    old.querySelectorAll("details[name]").forEach(it => it.removeAttribute("name"));
  }

  // Who is not signed in any more is led to the page for it, but not away from words that were not sent yet.
  document.addEventListener("htmx:beforeOnLoad", event => {
    if (event.detail.xhr.status === 401 && isWritten(document.querySelector("main"))) {
      event.preventDefault();
      takeBackSuccess();
      htmx.swap("#trouble", event.detail.xhr.responseText, { swapStyle: "innerHTML" });
    }
  });

  // Whether somebody typed, ticked or chose there what was not sent yet: linli.isWritten(part). What was refused is shown
  // again as it was, so a text counts however it came there, and a form may say that it is not sent.
  function isWritten(part) {
    return part.querySelector("[data-unsent]") !== null
      || [...part.querySelectorAll("textarea")].some(it => it.value.trim() !== "")
      || [...part.querySelectorAll("input:not([type=hidden])")].some(isChanged)
      || [...part.querySelectorAll("select")].some(isChosen);
  }

  function isChanged(field) {
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  }

  // Where the page chooses nothing, the browser chooses the first.
  function isChosen(select) {
    const chosen = [...select.options].findIndex(it => it.defaultSelected);
    return select.selectedIndex !== Math.max(chosen, 0);
  }

  document.addEventListener("htmx:beforeRequest", () => document.getElementById("trouble").replaceChildren());
  document.addEventListener("htmx:sendError", () => show(true));

  function show(isAway) {
    const state = document.getElementById("live-state");
    if (state) state.hidden = !isAway;
  }

  // <body data-live="/desk/live" data-live-events="cases letters">: the event `cases` becomes `live:cases`. After a gap
  // each is raised once, because what was missed is not sent again.
  function listen(element, rest) {
    const source = new EventSource(element.dataset.live);
    let gap = rest > 0;
    const names = (element.dataset.liveEvents || "message").split(/\s+/);
    const raise = (name, text) =>
      element.dispatchEvent(new CustomEvent("live:" + name, { bubbles: true, detail: { text } }));
    names.forEach(name => source.addEventListener(name, event => raise(name, event.data)));
    source.onopen = () => {
      show(false);
      if (gap) names.forEach(name => raise(name, null));
      gap = false;
      rest = 0;
    };
    source.onerror = () => {
      show(true);
      gap = true;
      if (source.readyState === EventSource.CLOSED) {
        const next = Math.min(LONGEST_REST, rest * 2 + 1000);
        setTimeout(() => listen(element, next), next);
      }
    };
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-live]").forEach(element => listen(element, 0));
    window.addEventListener("online", () => show(false));
  });

  // What a phone has no room for lies behind a button, see linli.css.
  document.addEventListener("click", event => {
    const fold = event.target.closest(".linli-fold");
    if (fold) fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") !== "true"));
  });

  // <input type="file" data-most="5" data-large="…">: more megabytes than are taken are not even sent, so that nothing
  // typed beside them is lost.
  document.addEventListener("change", event => {
    const { files, dataset } = event.target;
    if (!files || !dataset.most) return;
    const isLarge = [...files].some(it => it.size > dataset.most * 1024 * 1024);
    event.target.setCustomValidity(isLarge ? dataset.large : "");
    event.target.reportValidity();
  });

  // What pages keep for times without a network has names in it: whoever signs out leaves none of it behind.
  document.addEventListener("submit", event => {
    const isSignOut = new URL(event.target.action, location.href).pathname === "/sign-out";
    if (!isSignOut || !("caches" in window) || event.target.dataset.tidied) return;
    event.preventDefault();
    event.target.dataset.tidied = "yes";
    const leave = () => event.target.submit();
    caches.keys().then(all => Promise.all(all.map(it => caches.delete(it)))).then(leave, leave);
  });

  window.linli = { headers, isWritten };
})();
