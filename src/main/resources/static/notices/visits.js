// Ticks doors off in a stairwell without a network: kept on the phone, sent as soon as there is one. What is sent twice
// counts once, because each tick has a name of its own.
(function () {
  "use strict";

  const KEPT = "linli-visits";
  const AGAIN = 15000;
  const TIDY = 10 * 60 * 1000;
  const main = document.getElementById("main");
  const told = document.getElementById("kept");
  let sending = false;

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT) || "[]");
    } catch {
      return [];
    }
  }

  function keep(ticks) {
    localStorage.setItem(KEPT, JSON.stringify(ticks));
    tell(ticks.length ? told.dataset.waiting.replace("{0}", ticks.length) : "");
  }

  function tell(words) {
    told.textContent = words;
    told.hidden = !words;
  }

  // Also where the page is not secure, and browsers give no names.
  function name() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), it => it.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
  }

  function show(tick) {
    const door = main.querySelector('li[data-who="' + CSS.escape(tick.who) + '"]');
    if (!door || tick.to !== main.dataset.kept) return;
    door.classList.toggle("is-done", tick.outcome === "TOLD");
    const visit = door.querySelector(".notices-visit");
    visit.textContent = visit.dataset[tick.outcome.toLowerCase()];
  }

  async function send() {
    if (sending) return;
    sending = true;
    try {
      for (let ticks = kept(); ticks.length; ticks = kept()) {
        const { to, ...fields } = ticks[0];
        const answer = await fetch(to, {
          method: "POST", redirect: "manual", headers: linli.headers(), body: new URLSearchParams(fields)
        });
        if (answer.ok || answer.status === 404) keep(kept().filter(it => it.visit !== fields.visit));
        else if (answer.status >= 500) break;
        else {
          tell(told.dataset.signIn);
          break;
        }
      }
    } catch {
      keep(kept());
    } finally {
      sending = false;
    }
  }

  main.addEventListener("submit", event => {
    const outcome = event.submitter && event.submitter.value;
    if (!outcome) return;
    event.preventDefault();
    const tick = {
      to: main.dataset.kept, who: event.target.elements.who.value, outcome, visit: name(), at: new Date().toISOString()
    };
    keep([...kept(), tick]);
    show(tick);
    send();
  });

  kept().forEach(show);
  send();
  window.addEventListener("online", send);
  setInterval(send, AGAIN);
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/desk/notices/offline.js").catch(() => {});
    setInterval(() => navigator.serviceWorker.controller?.postMessage("tidy"), TIDY);
  }
})();
