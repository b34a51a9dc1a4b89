// The talk in one room: lines as they come, words as they go.
import { Outbox } from './outbox.js';
import { Log } from './log.js';
import { follow } from './follow.js';
import { prepared } from './picture.js';
import { Reply } from './reply.js';

const words = document.body.dataset;
const base = words.base;
const group = words.kind === 'group';
const at = id => document.getElementById(id);
const text = at('text');
const people = new Map([...document.querySelectorAll('input[name=speaker]')].map(it => [it.value, it.dataset.name]));

const picked = () => document.querySelector('input[name=speaker]:checked')?.value ?? '';
const isSelf = speaker => group ? speaker === picked() : speaker !== '';

const nameOf = speaker => speaker === '' ? words.service : people.get(speaker) ?? words.me;
const reply = new Reply({ nameOf, words, field: text });

const log = new Log({
  base, words, group,
  isSelf, nameOf,
  replied: line => reply.to(line),
  tapped: choice => {
    // it answers the question, whatever was to be replied to
    reply.clear();
    say({ text: choice });
  },
  retry: () => outbox.hurry(),
});

const outbox = new Outbox(base, {
  shown: draft => log.pending(draft),
  changed: draft => log.pending(draft),
  kept: draft => log.sent(draft),
  refused: (draft, why) => {
    log.drop(draft.id);
    problem(why);
    if (draft.text && !text.value) {
      text.value = draft.text;
      grow();
    }
  },
});

function say(what) {
  problem('');
  const draft = { id: crypto.randomUUID?.() ?? randomId(), speaker: picked(), at: new Date().toISOString() };
  outbox.add({ ...draft, quoted: reply.take(), ...what });
  log.toEnd();
}

// pages that were not fetched over TLS have no randomUUID
function randomId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(it => it.toString(16).padStart(2, '0')).join('');
}

function problem(why) {
  at('problem').textContent = why;
}

function grow() {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
}

at('composer').addEventListener('submit', event => {
  event.preventDefault();
  const typed = text.value;
  if (typed.trim() === '') {
    text.focus();
    return;
  }
  if ([...typed].length > 10000) {
    problem(words.tooLong);
    return;
  }
  text.value = '';
  grow();
  say({ text: typed });
  text.focus();
});

text.addEventListener('input', grow);
text.addEventListener('keydown', event => {
  // while a word is being composed from pinyin, Enter belongs to the input method
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    at('composer').requestSubmit();
  }
});

at('call')?.addEventListener('click', () => {
  text.value = text.value.includes('@') ? text.value : `${at('call').textContent} ${text.value}`;
  text.focus();
});

at('picture').addEventListener('change', async event => {
  const file = event.target.files[0];
  event.target.value = '';
  if (!file) {
    return;
  }
  const picture = await prepared(file);
  if (picture.problem) {
    problem(words[picture.problem]);
    return;
  }
  say({ data: picture.data });
});

document.querySelectorAll('.example').forEach(it => it.addEventListener('click', () => say({ text: it.textContent })));

// who speaks
const colour = name => [...name].reduce((sum, it) => sum + it.codePointAt(0), 0) % 8;
const remembered = `linli:speaker:${base}`;
document.querySelectorAll('.person').forEach(person => {
  const name = person.querySelector('input').dataset.name;
  const avatar = person.querySelector('.avatar');
  avatar.textContent = [...name][0];
  avatar.classList.add(`c${colour(name)}`);
  person.querySelector('input').addEventListener('change', event => {
    sessionStorage.setItem(remembered, event.target.value);
    log.sidesChanged();
  });
});
const before = sessionStorage.getItem(remembered);
if (before && people.has(before)) {
  document.querySelector(`input[name=speaker][value="${CSS.escape(before)}"]`).checked = true;
}
document.querySelector('.person:has(input:checked)')?.scrollIntoView({ inline: 'center', block: 'nearest' });

// what the private rooms have that nobody has looked at
const seenKey = room => `linli:seen:${room}`;
function privateNews({ speaker, last }) {
  const link = document.querySelector(`.person[data-id="${CSS.escape(speaker)}"] a`);
  const dot = link?.querySelector('.dot');
  if (dot) {
    dot.hidden = last <= Number(localStorage.getItem(seenKey(link.getAttribute('href'))) ?? 0);
  }
}

const stream = follow(base, {
  line: line => {
    log.add(line);
    outbox.seen(line.id);
    localStorage.setItem(seenKey(base), log.last);
  },
  privateNews,
  last: () => log.last,
  connected: is => {
    at('connection').firstElementChild.hidden = is;
    if (is) {
      log.ready();
      outbox.hurry();
    }
  },
});
addEventListener('pagehide', () => stream.close());
addEventListener('pageshow', event => event.persisted && stream.open());
outbox.start();
