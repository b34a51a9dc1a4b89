// Keeps listening to a room, whatever happens to the connection.

const SILENCE = 50000;
const AGAIN = 2500;

export function follow(base, hear) {
  let source;
  let heard = Date.now();
  let alarm;

  function open() {
    close();
    const last = hear.last();
    source = new EventSource(`${base}/events${last > 0 ? `?after=${last}` : ''}`);
    source.addEventListener('line', event => alive() && hear.line(JSON.parse(event.data)));
    source.addEventListener('private', event => alive() && hear.privateNews(JSON.parse(event.data)));
    source.addEventListener('beat', () => alive() && hear.connected(true));
    source.onerror = lost;
  }

  function alive() {
    heard = Date.now();
    return true;
  }

  function lost() {
    hear.connected(false);
    // a refused request is not repeated by the browser
    if (source?.readyState === EventSource.CLOSED) {
      later();
    }
  }

  function later() {
    clearTimeout(alarm);
    alarm = setTimeout(open, AGAIN);
  }

  function close() {
    clearTimeout(alarm);
    source?.close();
    source = undefined;
  }

  addEventListener('online', open);
  addEventListener('offline', () => {
    close();
    hear.connected(false);
    later();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() - heard > SILENCE / 2) {
      open();
    }
  });
  setInterval(() => {
    if (source && Date.now() - heard > SILENCE) {
      heard = Date.now();
      open();
    }
  }, 5000);

  open();
  return { open, close };
}
