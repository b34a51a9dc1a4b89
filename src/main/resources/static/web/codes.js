// The one thing on the sheet that needs a script: the browser's own print window.
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
