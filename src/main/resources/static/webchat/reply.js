// The line that the next words are a reply to, shown above where one writes until they go.
import { make, quote } from './bubble.js';

export class Reply {
  #bar = document.getElementById('reply');
  #options;
  #line;

  // nameOf: who said it; words: of the page; field: where one writes
  constructor(options) {
    this.#options = options;
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && this.#line) {
        this.clear();
        options.field.focus();
      }
    });
  }

  to(line) {
    const { nameOf, words, field } = this.#options;
    this.#line = line;
    const never = make('button', '', '×');
    never.type = 'button';
    never.setAttribute('aria-label', words.replyNot);
    never.addEventListener('click', () => {
      this.clear();
      field.focus();
    });
    this.#bar.replaceChildren(quote('span', nameOf(line.speaker), line.text, words.picture), never);
    this.#bar.hidden = false;
    field.focus();
  }

  // what it is a reply to, once
  take() {
    const line = this.#line;
    this.clear();
    return line;
  }

  clear() {
    this.#line = undefined;
    this.#bar.hidden = true;
    this.#bar.replaceChildren();
  }
}
