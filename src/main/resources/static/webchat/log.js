// The bubbles in their order.
import { Lines } from './lines.js';

const PAGE = 50;

export class Log {
  last = 0;
  #options;
  #drawn;
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
    this.#drawn = new Lines({ ...options, grown: () => this.#isNearEnd() && this.toEnd() });
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
      this.#drawn.state(this.#lines.get(line.seq), waiting.dataset.state);
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
      this.#drawn.state(there, draft.state);
      return;
    }
    let element = this.#pending.get(draft.id);
    if (!element) {
      const said = { text: draft.text ?? '', choices: [], picture: draft.data ? draft.id : null };
      const { id, at, quoted } = draft;
      element = this.#drawn.element({ seq: 0, id, speaker: draft.speaker || 'me', said, at, quoted }, draft.data);
      element.classList.add('self');
      this.#pending.set(draft.id, element);
      this.#list.append(element);
      this.#drawn.time(element);
      this.#offerChoices();
      this.#showWhatIsThere();
      this.toEnd();
    }
    this.#drawn.state(element, draft.state);
  }

  sent(draft) {
    const element = this.#pending.get(draft.id) ?? [...this.#lines.values()].find(it => it.dataset.id === draft.id);
    if (element) {
      this.#drawn.state(element, '');
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
    const element = this.#drawn.element(line);
    element.classList.toggle('self', this.#options.isSelf(line.speaker));
    let next = this.#list.lastElementChild;
    while (next && (next.dataset.seq === '0' || Number(next.dataset.seq) > line.seq)) {
      next = next.previousElementSibling;
    }
    next ? next.after(element) : this.#list.prepend(element);
    this.#lines.set(line.seq, element);
    this.#first = Math.min(this.#first, line.seq);
    this.#drawn.time(element);
    this.#drawn.time(element.nextElementSibling);
  }

  #isNearEnd() {
    return this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight < 420;
  }

  // only what the service asked last can be answered by a tap, and only once; a picture after it asks nothing
  #offerChoices() {
    this.#list.querySelectorAll('.choices').forEach(it => it.remove());
    for (let it = this.#list.lastElementChild; it; it = it.previousElementSibling) {
      if (it.classList.contains('self')) {
        return;
      }
      if (it.dataset.speaker === '' && !it.said.picture) {
        this.#drawn.offer(it);
        return;
      }
    }
  }
}
