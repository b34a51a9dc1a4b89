// One line as it is seen: a bubble, who said it, how far it is, and what can be done with it.
import { avatar, blobOf, bubble, make, quote, said } from './bubble.js';

const FIVE_MINUTES = 5 * 60 * 1000;

export class Lines {
  #options;

  // grown: called when a line has become higher than it was
  constructor(options) {
    this.#options = options;
  }

  element(line, data) {
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
        document.querySelectorAll('.line.picked').forEach(it => it === line() || it.classList.remove('picked'));
        line().classList.toggle('picked');
      }
    });
    body.append(reply);
  }

  #picture(line, data) {
    const holder = make('p', 'bubble picture');
    const image = make('img');
    image.alt = this.#options.words.picture;
    image.addEventListener('load', () => this.#options.grown());
    image.src = data ? URL.createObjectURL(blobOf(data)) : `${this.#options.base}/pictures/${line.said.picture}`;
    holder.append(image);
    return holder;
  }

  // on its way, failed, or neither
  state(element, state) {
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

  // what can be answered by a tap
  offer(element) {
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

  // told where it stands after a pause
  time(element) {
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
