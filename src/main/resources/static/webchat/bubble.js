// What a line looks like. Everything that people wrote is set as text, never as markup.

const LINK = /https?:\/\/[^\s<>"'“”‘’，。；、（）()【】]+/g;

export function make(name, style, text) {
  const element = document.createElement(name);
  element.className = style ?? '';
  element.textContent = text ?? '';
  return element;
}

export function bubble(text) {
  const element = make('p', 'bubble');
  element.dir = 'auto';
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const link = make('a', '', found[0]);
    link.href = found[0];
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    element.append(text.slice(from, found.index), link);
    from = found.index + found[0].length;
  }
  element.append(text.slice(from));
  return element;
}

// the line above a reply, or above the words that become one
export function quote(element, name, text, picture) {
  const quoted = make(element, 'quoted', `${name}：${text || `[${picture}]`}`);
  quoted.dir = 'auto';
  return quoted;
}

export function avatar(speaker, name) {
  const element = make('span', 'avatar');
  element.setAttribute('aria-hidden', 'true');
  if (speaker === '') {
    const icon = make('img');
    icon.src = '/webchat/icon.svg';
    icon.alt = '';
    element.append(icon);
  } else {
    element.textContent = [...name][0];
    element.classList.add(`c${[...name].reduce((sum, it) => sum + it.codePointAt(0), 0) % 8}`);
  }
  return element;
}

export function blobOf(data) {
  const [head, body] = data.split(',');
  return new Blob([Uint8Array.from(atob(body), it => it.charCodeAt(0))], { type: head.slice(5, head.indexOf(';')) });
}

export function said(at, yesterday) {
  const now = new Date();
  const clock = at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86400000);
  if (days === 0) {
    return clock;
  }
  return days === 1 ? `${yesterday} ${clock}` : `${at.getMonth() + 1}月${at.getDate()}日 ${clock}`;
}
