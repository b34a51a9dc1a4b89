// Reads the notice aloud where the phone can, and says that it was shown.
(function () {
  "use strict";

  const main = document.getElementById("main");
  if (main.dataset.seen) fetch(main.dataset.seen, { method: "POST" }).catch(() => {});

  const button = document.querySelector(".read-aloud");
  if (!("speechSynthesis" in window)) return;
  const start = button.textContent;
  button.hidden = false;

  function still() {
    button.textContent = start;
    button.setAttribute("aria-pressed", "false");
  }

  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      still();
      return;
    }
    const words = [...document.querySelectorAll("h1, .read-text p, .read-time")].map(it => it.textContent).join("。");
    const voice = new SpeechSynthesisUtterance(words);
    voice.lang = "zh-CN";
    voice.rate = 0.85;
    voice.onend = still;
    voice.onerror = still;
    button.textContent = button.dataset.stop;
    button.setAttribute("aria-pressed", "true");
    speechSynthesis.speak(voice);
  });
})();
