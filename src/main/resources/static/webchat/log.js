// The bubbles in their order.
import { avatar, blobOf, bubble, make, quote, said } from './bubble.js';

const FIVE_MINUTES = 5 * 60 * 1000;
const PAGE = 50;

export class Log {
  last = 0;
  #options;
  #list = document.getElementById('log');
  #scroll = document.getElementById('scroll');
  #older = document.getElementById('older');
  #newer = document.getElementById('newer');
  #empty = document.getElementById('empty');
  #lines = new Map();
  #pending = new Map();
  #reachedStart = false;
  #first = Infinity;

  constructor(options) {
    this.#options = options;
    this.#older.addEventListener('click', () => this.#loadOlder());
    this.#newer.addEventListener('click', () => this.toEnd());
    this.#scroll.addEventListener('scroll', () => {
      if (this.#isAtEnd()) {
        this.#newer.hidden = true;
      }
      if (this.#scroll.scrollTop < 40 && !this.#older.hidden) {
        this.#loadOlder();
      }
    }, { passive: true });
  }

  // a line that is committed; known ones change nothing
  add(line) {
    if (this.#lines.has(line.seq)) {
      return;
    }
    const stay = this.#isAtEnd();
    const waiting = this.#pending.get(line.id);
    this.#place(line);
    if (waiting) {
      this.#pending.delete(line.id);
      waiting.remove();
      // in the room, but not yet acknowledged
      this.#state(this.#lines.get(line.seq), waiting.dataset.state);
    }
    this.last = Math.max(this.last, line.seq);
    this.#offerChoices();
    this.#showWhatIsThere();
    stay || this.#options.isSelf(line.speaker) ? this.toEnd() : this.#newer.hidden = false;
  }

  // a line on its way
  pending(draft) {
    const there = [...this.#lines.values()].find(it => it.dataset.id === draft.id);
    if (there) {
      this.#state(there, draft.state);
      return;
    }
    let element = this.#pending.get(draft.id);
    if (!element) {
      const said = { text: draft.text ?? '', choices: [], picture: draft.data ? draft.id : null };
      const { id, at, quoted } = draft;
      element = this.#element({ seq: 0, id, speaker: draft.speaker || 'me', said, at, quoted }, draft.data);
      element.classList.add('self');
      this.#pending.set(draft.id, element);
      this.#list.append(element);
      this.#time(element);
      this.#offerChoices();
      this.#showWhatIsThere();
      this.toEnd();
    }
    this.#state(element, draft.state);
  }

  sent(draft) {
    const element = this.#pending.get(draft.id) ?? [...this.#lines.values()].find(it => it.dataset.id === draft.id);
    if (element) {
      this.#state(element, '');
    }
  }

  drop(id) {
    this.#pending.get(id)?.remove();
    this.#pending.delete(id);
    this.#showWhatIsThere();
  }

  // the stream is open: what there is will be here in a moment
  ready() {
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.#showWhatIsThere(true), 400);
  }

  sidesChanged() {
    this.#lines.forEach(it => it.classList.toggle('self', this.#options.isSelf(it.dataset.speaker)));
    this.#offerChoices();
  }

  toEnd() {
    this.#newer.hidden = true;
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
  }

  #isAtEnd() {
    return this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight < 80;
  }

  #showWhatIsThere(known = false) {
    const any = this.#lines.size + this.#pending.size > 0;
    if (any || known) {
      this.#empty.hidden = any;
    }
    this.#older.hidden = this.#reachedStart || !(this.#first > 1 && this.#lines.size >= PAGE);
  }

  async #loadOlder() {
    if (this.loading) {
      return;
    }
    this.loading = true;
    this.#list.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(`${this.#options.base}/lines?before=${this.#first}`);
      const older = answer.ok ? await answer.json() : [];
      const height = this.#scroll.scrollHeight - this.#scroll.scrollTop;
      older.reverse().forEach(it => this.#lines.has(it.seq) || this.#place(it));
      this.#reachedStart = answer.ok && older.length < PAGE;
      this.#showWhatIsThere();
      this.#scroll.scrollTop = this.#scroll.scrollHeight - height;
    } catch {
      // the button stays
    } finally {
      this.loading = false;
      this.#list.removeAttribute('aria-busy');
    }
  }

  #place(line) {
    const element = this.#element(line);
    element.classList.toggle('self', this.#options.isSelf(line.speaker));
    let next = this.#list.lastElementChild;
    while (next && (next.dataset.seq === '0' || Number(next.dataset.seq) > line.seq)) {
      next = next.previousElementSibling;
    }
    next ? next.after(element) : this.#list.prepend(element);
    this.#lines.set(line.seq, element);
    this.#first = Math.min(this.#first, line.seq);
    this.#time(element);
    this.#time(element.nextElementSibling);
  }

  #element(line, data) {
    const { nameOf, words } = this.#options;
    const name = line.speaker === 'me' ? words.me : nameOf(line.speaker);
    const element = make('div', 'line');
    Object.assign(element.dataset, { seq: line.seq, id: line.id, speaker: line.speaker, at: line.at });
    element.said = line.said;
    const body = make('div', 'body');
    const who = make('span', 'name', name);
    who.dir = 'auto';
    body.append(who, line.said.picture ? this.#picture(line, data) : bubble(line.said.text));
    if (line.quoted) {
      body.append(quote('p', nameOf(line.quoted.speaker), line.quoted.text, words.picture));
    }
    if (line.seq > 0) {
      this.#offerReply(body, line, name);
    }
    element.append(avatar(line.speaker, name), body);
    return element;
  }

  // where nothing hovers, a tap on the bubble shows it
  #offerReply(body, { id, speaker, said }, name) {
    const { words, replied } = this.#options;
    const reply = make('button', 'reply', words.reply);
    reply.type = 'button';
    reply.setAttribute('aria-label', `${words.reply} ${name} ${said.picture ? words.picture : said.text.slice(0, 40)}`);
    reply.addEventListener('click', () => replied({ id, speaker, text: said.text }));
    const line = () => body.parentElement;
    body.querySelector('.bubble').addEventListener('click', event => {
      if (!event.target.closest('a')) {
        this.#list.querySelectorAll('.picked').forEach(it => it === line() || it.classList.remove('picked'));
        line().classList.toggle('picked');
      }
    });
    body.append(reply);
  }

  #picture(line, data) {
    const holder = make('p', 'bubble picture');
    const image = make('img');
    image.alt = this.#options.words.picture;
    image.addEventListener('load', () => this.#isNearEnd() && this.toEnd());
    image.src = data ? URL.createObjectURL(blobOf(data)) : `${this.#options.base}/pictures/${line.said.picture}`;
    holder.append(image);
    return holder;
  }

  #isNearEnd() {
    return this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight < 420;
  }

  #state(element, state) {
    element.dataset.state = state ?? '';
    element.querySelector('.state')?.remove();
    if (state === 'sending') {
      element.querySelector('.body').append(make('span', 'state', this.#options.words.sending));
    }
    if (state === 'failed') {
      const again = make('button', 'state', this.#options.words.failed);
      again.type = 'button';
      again.addEventListener('click', () => this.#options.retry());
      element.querySelector('.body').append(again);
    }
  }

  // only what the service asked last can be answered by a tap, and only once
  #offerChoices() {
    this.#list.querySelectorAll('.choices').forEach(it => it.remove());
    for (let it = this.#list.lastElementChild; it; it = it.previousElementSibling) {
      if (it.classList.contains('self')) {
        return;
      }
      if (it.dataset.speaker === '') {
        this.#offer(it);
        return;
      }
    }
  }

  #offer(element) {
    if (element.said.choices.length === 0) {
      return;
    }
    const choices = make('div', 'choices');
    element.said.choices.forEach(choice => {
      const button = make('button', '', choice);
      button.type = 'button';
      button.dir = 'auto';
      button.addEventListener('click', () => this.#options.tapped(choice));
      choices.append(button);
    });
    element.querySelector('.body').append(choices);
  }

  #time(element) {
    if (!element) {
      return;
    }
    element.querySelector('.when')?.remove();
    const before = element.previousElementSibling;
    const at = new Date(element.dataset.at);
    if (!before || at - new Date(before.dataset.at) > FIVE_MINUTES) {
      const when = make('time', 'when', said(at, this.#options.words.yesterday));
      when.dateTime = element.dataset.at;
      element.prepend(when);
    }
  }
}
