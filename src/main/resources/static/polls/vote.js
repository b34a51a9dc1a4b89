// A ballot paper that adds up what is chosen and survives a lost line. Without this script it is a plain form.
(function () {
  "use strict";

  const AGAIN = 5000;
  // on a slow line; what arrives after all is the same attempt
  const PATIENCE = 20000;
  const form = document.getElementById("vote");
  if (!form) return;
  const key = "linli-vote:" + location.pathname;
  const away = document.getElementById("vote-away");
  const sum = document.getElementById("vote-sum");
  const left = document.getElementById("vote-left");
  let sending = false;

  function added() {
    let cost = 0;
    let any = false;
    form.querySelectorAll(".vote-line").forEach(line => {
      const input = line.querySelector("input");
      const chosen = input.type === "number" ? Number(input.value) > 0 : input.checked;
      any = any || Number(line.dataset.cost) > 0;
      if (chosen) cost += Number(line.dataset.cost);
    });
    const budget = Number(form.dataset.budget);
    sum.hidden = !any;
    sum.classList.toggle("is-over", budget > 0 && cost > budget);
    document.getElementById("vote-cost").textContent = cost.toLocaleString("zh-CN");
    leftOver();
  }

  // How many more may be chosen, or points given away.
  function leftOver() {
    if (!left) return;
    const given = [...form.querySelectorAll(".vote-line input")].map(input =>
      input.type !== "number" ? Number(input.checked)
        : left.dataset.kind === "POINTS" ? Number(input.value) : Number(Number(input.value) > 0));
    const rest = Number(left.dataset.most) - given.reduce((sum, it) => sum + it, 0);
    left.hidden = rest === Number(left.dataset.most);
    left.classList.toggle("is-over", rest < 0);
    left.textContent = (rest < 0 ? left.dataset.over : left.dataset.left).replace("#", Math.abs(rest));
  }

  function fields() {
    return new URLSearchParams(new FormData(form));
  }

  // Kept on this device only until it was sent.
  function draft() {
    const said = [...fields()].filter(([name]) => name !== "_csrf" && name !== "send");
    try { localStorage.setItem(key, JSON.stringify(said)); } catch (full) { /* then without */ }
  }

  function restored() {
    let said;
    try { said = JSON.parse(localStorage.getItem(key) || "null"); } catch (broken) { said = null; }
    if (!said) return;
    form.querySelectorAll(".vote-line input").forEach(input => {
      const mine = said.filter(([name]) => name === input.name).map(([, value]) => value);
      if (input.type === "number") input.value = mine[0] || "";
      else input.checked = mine.includes(input.value);
    });
    document.getElementById("vote-draft").hidden = false;
  }

  // The same attempt however often it is sent: the server takes it once.
  function send() {
    if (sending) return;
    sending = true;
    fetch(location.pathname + "/ballot", { method: "POST", body: fields(), signal: AbortSignal.timeout(PATIENCE) })
      .then(answer => {
        if (answer.status === 204) {
          localStorage.removeItem(key);
          location.replace(location.pathname + "?said=taken");
        } else if (answer.status >= 500) {
          throw new Error("later");
        } else {
          localStorage.removeItem(key);
          form.submit();
        }
      })
      .catch(() => {
        sending = false;
        away.hidden = false;
        setTimeout(send, AGAIN);
      });
  }

  form.addEventListener("change", () => { added(); draft(); });
  form.addEventListener("input", added);
  form.addEventListener("submit", event => { event.preventDefault(); draft(); send(); });
  window.addEventListener("online", () => { if (!away.hidden) send(); });
  // A page that comes back out of the browser's memory knows nothing of what was sent since.
  window.addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
  if (new URLSearchParams(location.search).get("said") === "taken") localStorage.removeItem(key);
  else restored();
  added();
})();
