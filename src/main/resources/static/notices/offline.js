// Keeps the last visit list and what it needs, so that it opens in a stairwell without a network. One list at a time,
// for a shift: it has names on it. Whoever signs out, or is signed out, leaves none behind.
"use strict";

const SHELF = "linli-visits-2";
const SHIFT = 12 * 60 * 60 * 1000;
const SINCE = "linli-kept-at";

const isList = url => /^\/desk\/notices\/[^/]+\/visits$/.test(url.pathname);
const isPart = url => /^\/(?:web|notices|webjars)\/.*\.(?:css|js|svg)$/.test(url.pathname);
const isOld = answer => !(Date.now() - Number(answer.headers.get(SINCE)) < SHIFT);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(
  caches.keys()
    .then(all => Promise.all(all.filter(it => it !== SHELF && it.startsWith("linli-visits-")).map(it => caches.delete(it))))
    .then(() => self.clients.claim())));

async function forgetLists(which) {
  const shelf = await caches.open(SHELF);
  for (const it of await shelf.keys()) {
    if (isList(new URL(it.url)) && which(await shelf.match(it))) await shelf.delete(it);
  }
}

// The server's own time of an answer is not always told.
async function dated(answer) {
  const headers = new Headers(answer.headers);
  headers.set(SINCE, String(Date.now()));
  return new Response(await answer.blob(), { status: answer.status, headers });
}

async function keep(request, answer, url) {
  const shelf = await caches.open(SHELF);
  if (isList(url)) {
    await forgetLists(() => true);
    await shelf.put(request, await dated(answer));
  } else {
    await shelf.put(request, answer);
  }
}

async function fetched(event, url) {
  const answer = await fetch(event.request);
  if (answer.ok && !answer.redirected) event.waitUntil(keep(event.request, answer.clone(), url));
  else if (isList(url)) event.waitUntil(forgetLists(() => true));
  return answer;
}

async function kept(request) {
  await forgetLists(isOld);
  return await caches.match(request) || Response.error();
}

self.addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin || !(isList(url) || isPart(url))) return;
  event.respondWith(fetched(event, url).catch(() => kept(event.request)));
});

self.addEventListener("message", event => {
  if (event.data === "tidy") event.waitUntil(forgetLists(isOld));
});
