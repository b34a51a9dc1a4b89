// Keeps the last visit list and what it needs, so that it opens in a stairwell without a network. One list at a time,
// for a day: it has names on it.
"use strict";

const SHELF = "linli-visits-1";
const DAY = 24 * 60 * 60 * 1000;

const isList = url => /^\/desk\/notices\/[^/]+\/visits$/.test(url.pathname);
const isPart = url => /^\/(?:web|notices|webjars)\/.*\.(?:css|js|svg)$/.test(url.pathname);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

async function keep(request, answer, url) {
  const shelf = await caches.open(SHELF);
  if (isList(url)) {
    const lists = (await shelf.keys()).filter(it => isList(new URL(it.url)));
    await Promise.all(lists.map(it => shelf.delete(it)));
  }
  await shelf.put(request, answer);
}

async function kept(request) {
  const answer = await caches.match(request);
  if (!answer) return Response.error();
  const age = Date.now() - Date.parse(answer.headers.get("date") || "");
  return isList(new URL(request.url)) && !(age < DAY) ? Response.error() : answer;
}

self.addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin || !(isList(url) || isPart(url))) return;
  event.respondWith(
    fetch(event.request)
      .then(answer => {
        if (answer.ok && !answer.redirected) event.waitUntil(keep(event.request, answer.clone(), url));
        return answer;
      })
      .catch(() => kept(event.request)));
});
