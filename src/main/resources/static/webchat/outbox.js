// Words on their way. They stay in the tab's own storage, also over a reload, until the service has said that it
// keeps them; the same id makes a repeat harmless.

const PATIENCE = 15000;
const LONGEST_REST = 30000;
const AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);

export class Outbox {
  #base;
  #key;
  #hear;
  #drafts = [];
  #working = false;
  #failures = 0;
  #alarm;

  constructor(base, hear) {
    this.#base = base;
    this.#key = `linli:unsent:${base}`;
    this.#hear = hear;
  }

  start() {
    try {
      this.#drafts = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
    } catch {
      this.#drafts = [];
    }
    this.#drafts.forEach(it => this.#hear.shown(it));
    this.#work();
  }

  add(draft) {
    draft.state = 'sending';
    this.#drafts.push(draft);
    this.#remember();
    this.#hear.shown(draft);
    this.#work();
  }

  // the room has it; the inbox may not, so it goes on being sent
  seen(id) {
    const draft = this.#drafts.find(it => it.id === id);
    if (draft) {
      draft.inRoom = true;
      this.#remember();
    }
  }

  hurry() {
    clearTimeout(this.#alarm);
    this.#failures = 0;
    this.#work();
  }

  async #work() {
    if (this.#working) {
      return;
    }
    this.#working = true;
    clearTimeout(this.#alarm);
    while (this.#drafts.length > 0 && await this.#sendFirst());
    this.#working = false;
    if (this.#drafts.length > 0) {
      const rest = Math.min(LONGEST_REST, 1000 * 2 ** this.#failures);
      this.#alarm = setTimeout(() => this.#work(), rest);
    }
  }

  async #sendFirst() {
    const draft = this.#drafts[0];
    draft.state = 'sending';
    this.#hear.changed(draft);
    try {
      const refused = await this.#send(draft);
      this.#failures = 0;
      this.#drafts.shift();
      this.#remember();
      refused ? this.#hear.refused(draft, refused) : this.#hear.kept(draft);
      return true;
    } catch {
      this.#failures++;
      this.#drafts.forEach(it => {
        it.state = 'failed';
        this.#hear.changed(it);
      });
      return false;
    }
  }

  // nothing when it is kept, the reason when it never will be; throws when it is to be tried again
  async #send(draft) {
    if (draft.data && !draft.picture) {
      const bytes = await (await blob(draft.data));
      const refused = await this.#call('PUT', `/pictures/${draft.id}`, bytes, bytes.type);
      if (refused) {
        return refused;
      }
      draft.picture = draft.id;
    }
    const { id, text, picture, speaker, quoted } = draft;
    const body = { id, text, picture, speaker, quotes: quoted?.id };
    return this.#call('POST', '/lines', JSON.stringify(body), 'application/json');
  }

  async #call(method, path, body, type) {
    const signal = AbortSignal.timeout?.(PATIENCE);
    const answer = await fetch(this.#base + path, { method, body, signal, headers: { 'Content-Type': type } });
    if (AGAIN.has(answer.status)) {
      throw new Error(`try again: ${answer.status}`);
    }
    return answer.ok ? undefined : await answer.text();
  }

  #remember() {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#drafts));
    } catch {
      // a picture too large for the storage is sent all the same, as long as the page is open
      const light = this.#drafts.filter(it => !it.data);
      sessionStorage.setItem(this.#key, JSON.stringify(light));
    }
  }
}

// a data address as bytes; fetching it would need a wider security policy
function blob(data) {
  const [head, body] = data.split(',');
  const bytes = Uint8Array.from(atob(body), it => it.charCodeAt(0));
  return new Blob([bytes], { type: head.slice(5, head.indexOf(';')) });
}
