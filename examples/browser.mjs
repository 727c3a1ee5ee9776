/** A browser as far as an example needs one: cookies, the sign-in page by page, and calls as our page makes them. */
export class Person {
  #cookies = new Map();
  #csrf = '';
  constructor(base) { this.base = base; }

  async go(url, init = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    return answer;
  }

  /** Through the identity provider's page of demo people; a hospital's own provider asks for a password here. */
  async signIn(subject, fresh = false) {
    let answer = await this.go(`${this.base}/api/sign-in?return=/cases${fresh ? '&fresh=1' : ''}`);
    for (;;) {
      const to = answer.headers.get('location');
      if (to === null) {
        const form = /action="([^"?]*\/sign-in\/[^"?]+)/.exec(await answer.text());
        if (form === null) throw new Error(`${subject} was not signed in (${answer.status})`);
        answer = await this.go(new URL(`${form[1]}?subject=${subject}`, answer.url).href, { method: 'POST' });
      } else if (new URL(to, answer.url).href.startsWith(`${this.base}/cases`)) break;
      else answer = await this.go(new URL(to, answer.url).href);
    }
    const session = await this.get('/api/session');
    this.#csrf = session.csrf;
    this.me = session.person;
    this.posts = session.posts;
    return this;
  }

  get(path) { return this.#call('GET', path); }
  /** A change: its key makes a repetition harmless. */
  post(path, body = {}) { return this.#call('POST', path, body); }
  put(path, body = {}) { return this.#call('PUT', path, body); }

  async upload(path, bytes, name) {
    const form = new FormData();
    form.append('file', new Blob([bytes], { type: 'application/pdf' }), name);
    return this.#answer(await this.go(this.base + path, { method: 'POST', body: form, headers: this.#headers() }), 'POST', path);
  }

  async #call(method, path, body) {
    const init = method === 'GET' ? { headers: { accept: 'application/json' } } : { method, body: JSON.stringify(body), headers: { ...this.#headers(), 'content-type': 'application/json' } };
    return this.#answer(await this.go(this.base + path, init), method, path);
  }
  #headers() { return { 'x-csrf-token': this.#csrf, 'idempotency-key': crypto.randomUUID() }; }

  async #answer(answer, method, path) {
    const said = await answer.json();
    if (answer.ok) return said;
    throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${said.code} ${said.title ?? ''} ${JSON.stringify(said.errors ?? said.facts ?? {})}`), { problem: said });
  }
}
