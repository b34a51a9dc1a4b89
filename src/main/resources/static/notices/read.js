// Reads the notice aloud where the phone can, writes it as large as one likes, and says that it was shown.
(function () {
  "use strict";

  const main = document.getElementById("main");
  if (main.dataset.seen) fetch(main.dataset.seen, { method: "POST" }).catch(() => {});

  const sizes = [...document.querySelectorAll(".read-size")];

  function large(size) {
    main.dataset.size = size;
    sizes.forEach(it => it.setAttribute("aria-pressed", String(it.dataset.size === size)));
  }

  sizes.forEach(it => it.addEventListener("click", () => {
    large(it.dataset.size);
    localStorage.setItem("read-size", it.dataset.size);
  }));
  large(localStorage.getItem("read-size") ?? "1");

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
    const spoken = document.querySelector(".read-spoken");
    const voice = new SpeechSynthesisUtterance(spoken.textContent);
    voice.lang = spoken.lang;
    voice.rate = 0.85;
    voice.onend = still;
    voice.onerror = still;
    button.textContent = button.dataset.stop;
    button.setAttribute("aria-pressed", "true");
    speechSynthesis.speak(voice);
  });
})();
