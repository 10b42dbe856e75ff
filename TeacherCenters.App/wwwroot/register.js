// The register's grid. It is built here and not by the circuit: a key must show its mark at once, whatever the line does,
// and 400 cells with handlers of their own would make every key a round trip. What is typed is shown, kept in localStorage
// in the same moment, and sent in batches; the server's answer settles the cells.
const SEND_AFTER = 300, GIVE_UP_AFTER = 8000, BATCH = 200, RETRY_MIN = 1500, RETRY_MAX = 10000;
const CODES = { KeyY: 'Н', KeyE: 'У', KeyJ: 'О', KeyL: 'Д', NumpadAdd: '+', Numpad1: '+', NumpadSubtract: 'Н', Numpad0: 'Н' };

const el = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') made.className = value; else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter(x => x !== null && x !== undefined));
  return made;
};
const asCell = ([key, x]) => { const [s, e] = key.split(':'); return { s: +s, e: +e, m: x.m, was: x.was, undo: x.undo }; };
const say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => values[n]);

export function mount(host, dotnet, sheet, texts) {
  return new Register(host, dotnet, sheet, texts);
}

class Register {
  constructor(host, dotnet, sheet, texts) {
    Object.assign(this, { host, dotnet, texts });
    this.store = `register:${sheet.account}:${sheet.event}`;
    this.saved = new Map();      // what the server is known to hold
    this.shown = new Map();      // what the cell shows
    this.pending = new Map();    // typed and not sent yet: key -> { m, was, undo }
    this.sent = new Map();       // sent and not answered yet
    this.clash = new Map();      // kept from an earlier visit where another wrote since: waits for the reader's choice
    this.gestures = [];          // for undo: lists of { key, before, after }
    this.at = this.anchor = { r: 0, c: 0 };
    this.retry = RETRY_MIN;
    this.stop = new AbortController();
    this.build(sheet);
    this.listen();
    this.restore();
    this.state();
  }

  // ---- drawing
  build(sheet) {
    this.sheet = sheet;
    this.signature = this.structure(sheet);
    this.index = new Map();
    const head = el('tr', {}, el('th', { scope: 'col', class: 'reg-who' }, this.texts.person),
      ...sheet.sessions.map((s, c) => el('th', { scope: 'col', class: s.future ? 'future' : null },
        el('button', { type: 'button', 'data-column': c, 'aria-haspopup': 'menu', title: s.title, disabled: !sheet.mayKeep || s.future },
          el('b', {}, s.day), el('span', {}, s.time), el('small', {}, s.hours)))),
      el('th', { scope: 'col', class: 'reg-sum' }, this.texts.hours), el('th', { scope: 'col', class: 'reg-sum' }, '%'));
    this.cells = [];
    const rows = sheet.people.map((p, r) => {
      const cells = sheet.sessions.map((s, c) => {
        const key = `${s.id}:${p.id}`;
        this.index.set(key, { r, c });
        const mark = p.marks[s.id] ?? '';
        this.saved.set(key, mark);
        if (!this.pending.has(key) && !this.sent.has(key)) this.shown.set(key, mark);
        return el('td', { tabindex: -1, 'data-r': r, 'data-c': c, 'aria-disabled': !this.open(r, c) || null, class: this.open(r, c) ? null : 'closed' });
      });
      this.cells.push(cells);
      const name = el('a', { href: p.href, tabindex: -1, title: p.school ? `${p.full}, ${p.school}` : p.full }, el('span', { class: 'reg-full' }, p.full), el('span', { class: 'reg-short' }, p.name));
      return el('tr', { class: p.open ? null : 'closed' }, el('th', { scope: 'row', class: 'reg-who' }, el('span', { class: 'reg-no' }, r + 1), name, p.open ? null : el('small', {}, p.status)),
        ...cells, el('td', { class: 'reg-sum' }), el('td', { class: 'reg-sum' }));
    });
    const foot = el('tr', {}, el('th', { scope: 'row', class: 'reg-who' }, this.texts.came), ...sheet.sessions.map(() => el('td')), el('td'), el('td'));
    this.rows = rows;
    this.foot = foot;
    this.scroller ??= el('div', { class: 'reg-scroll' });
    this.table = el('table', { class: 'reg', role: 'grid', 'aria-label': this.texts.label, 'aria-multiselectable': 'true', 'aria-readonly': !sheet.mayKeep || null },
      el('thead', {}, head), el('tbody', {}, ...rows), el('tfoot', {}, foot));
    this.scroller.replaceChildren(this.table);
    if (!this.status) {
      this.status = el('span', { class: 'reg-state', role: 'status' });
      this.undoButton = el('button', { type: 'button', class: 'reg-button', title: 'Ctrl+Z', disabled: true }, this.texts.undo);
      this.note = el('div', { class: 'reg-note', role: 'alert', hidden: true });
      this.ask = el('div', { class: 'reg-ask', role: 'alert', hidden: true });
      this.menu = el('div', { class: 'reg-menu', role: 'menu', hidden: true });
      this.host.replaceChildren(el('div', { class: 'reg-bar' }, this.status, this.undoButton), this.scroller, el('div', { class: 'reg-notes' }, this.ask, this.note), this.menu);
    }
    this.status.hidden = this.undoButton.hidden = !sheet.mayKeep;
    for (const key of this.index.keys()) this.paint(key, false);
    sheet.people.forEach((_, r) => this.sumRow(r));
    sheet.sessions.forEach((_, c) => this.sumColumn(c));
    this.at = this.anchor = { r: Math.min(this.at.r, Math.max(0, rows.length - 1)), c: Math.min(this.at.c, Math.max(0, sheet.sessions.length - 1)) };
    this.showRange(false);
  }

  structure(sheet) {
    return JSON.stringify([sheet.mayKeep, sheet.today, sheet.sessions, sheet.people.map(p => [p.id, p.full, p.open, p.status])]);
  }

  key(r, c) { return `${this.sheet.sessions[c].id}:${this.sheet.people[r].id}`; }

  open(r, c) { return this.sheet.mayKeep && this.sheet.people[r].open && !this.sheet.sessions[c].future; }

  paint(key, sums = true) {
    const place = this.index.get(key);
    if (!place) return;
    const cell = this.cells[place.r][place.c], mark = this.shown.get(key) ?? '';
    cell.textContent = mark;
    if (mark) cell.dataset.mark = mark; else delete cell.dataset.mark;
    const column = this.sheet.sessions[place.c];
    cell.setAttribute('aria-label', `${this.sheet.people[place.r].name}, ${column.day}: ${mark ? this.sheet.words[mark] : this.texts.empty}`);
    cell.classList.toggle('unsaved', this.pending.has(key) || this.sent.has(key));
    if (sums) { this.sumRow(place.r); this.sumColumn(place.c); }
  }

  sumRow(r) {
    let hours = 0, total = 0;
    this.sheet.sessions.forEach((s, c) => {
      total += s.length;
      hours += s.length * (this.sheet.credit[this.shown.get(this.key(r, c))] ?? 0) / 100;
    });
    // As Percentage.Of: what falls short of the threshold must not look as if it reached it. The small number is what binary fractions leave.
    const cells = this.rows[r].cells, enough = total > 0 && hours * 100 + 1e-6 >= this.sheet.threshold * total;
    const rounded = total === 0 ? 0 : Math.round(hours * 1000 / total + 1e-6) / 10;
    const percent = total === 0 || enough ? rounded : Math.min(rounded, this.sheet.threshold - 0.1);
    cells[cells.length - 2].textContent = hours.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 });
    cells[cells.length - 1].textContent = percent.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    cells[cells.length - 1].classList.toggle('enough', enough);
  }

  sumColumn(c) {
    let came = 0, marked = 0;
    this.sheet.people.forEach((_, r) => {
      const mark = this.shown.get(this.key(r, c));
      if (mark) marked++;
      if (mark && this.sheet.came.includes(mark)) came++;
    });
    this.foot.cells[c + 1].textContent = marked ? `${came}` : '';
  }

  flash(key, kind) {
    const place = this.index.get(key);
    if (!place) return;
    const cell = this.cells[place.r][place.c];
    cell.classList.remove('theirs', 'refused');
    void cell.offsetWidth;
    cell.classList.add(kind);
    setTimeout(() => cell.classList.remove(kind), 4000);
  }

  // ---- keys, mouse, touch, clipboard
  listen() {
    const on = (target, name, act) => target.addEventListener(name, act.bind(this), { signal: this.stop.signal });
    on(this.scroller, 'keydown', this.onKey);
    on(this.scroller, 'pointerdown', this.onPointer);
    on(this.scroller, 'pointerover', this.onDrag);
    on(this.scroller, 'click', this.onClick);
    on(this.scroller, 'focusin', e => { const cell = this.cellOf(e.target); if (cell && (cell.r !== this.at.r || cell.c !== this.at.c)) this.go(cell, false, false); });
    on(this.scroller, 'copy', this.onCopy);
    on(this.scroller, 'paste', this.onPaste);
    on(this.scroller, 'focusout', () => this.flush());
    on(this.undoButton, 'click', () => { this.undo(); this.focus(); });
    on(document, 'pointerdown', e => { if (!this.menu.contains(e.target) && !e.target.closest?.('[data-column]')) this.closeMenu(); });
    on(this.menu, 'keydown', this.onMenuKey);
    on(window, 'blur', () => this.flush());
    on(window, 'online', () => this.flush());
    on(window, 'pagehide', () => this.flush());
    on(document, 'visibilitychange', () => this.flush());
    on(window, 'beforeunload', e => { if (this.unsaved()) { this.flush(); e.preventDefault(); } });
  }

  cellOf(target) {
    const cell = target.closest?.('td[data-r]');
    return cell ? { r: +cell.dataset.r, c: +cell.dataset.c } : null;
  }

  onKey(e) {
    if (!this.cellOf(e.target)) return;
    const last = { r: this.cells.length - 1, c: this.sheet.sessions.length - 1 };
    if ((e.ctrlKey || e.metaKey) && !e.altKey) {
      if (e.code === 'KeyZ' && !e.shiftKey) { this.take(e); this.undo(); return; }
      if (e.code === 'KeyA') { this.take(e); this.anchor = { r: 0, c: 0 }; this.at = last; this.showRange(); return; }
      if (e.key === 'Home') { this.take(e); this.go({ r: 0, c: 0 }, e.shiftKey); return; }
      if (e.key === 'End') { this.take(e); this.go(last, e.shiftKey); }
      return;
    }
    if (e.altKey) return;
    const { r, c } = this.at;
    const to = {
      ArrowUp: { r: r - 1, c }, ArrowDown: { r: r + 1, c }, ArrowLeft: { r, c: c - 1 }, ArrowRight: { r, c: c + 1 }, Enter: { r: r + 1, c },
      Home: { r, c: 0 }, End: { r, c: last.c }, PageUp: { r: r - 10, c }, PageDown: { r: r + 10, c },
    }[e.key];
    if (to) { this.take(e); this.go(to, e.shiftKey && e.key !== 'Enter'); return; }
    if (e.key === 'Delete' || e.key === 'Backspace') { this.take(e); this.fill(''); return; }
    if (e.key === 'Escape') { this.go(this.at, false); return; }
    const mark = this.sheet.keys[e.key.toUpperCase()] ?? (e.key.length === 1 ? CODES[e.code] : undefined);
    if (mark === undefined) return;
    this.take(e);
    const single = this.anchor.r === r && this.anchor.c === c;
    this.fill(mark);
    if (single) this.stepDown();
  }

  take(e) { e.preventDefault(); e.stopPropagation(); }

  stepDown() {
    for (let r = this.at.r + 1; r < this.cells.length; r++) {
      if (this.sheet.people[r].open) { this.go({ r, c: this.at.c }, false); return; }
    }
  }

  go(to, extend, focus = true) {
    const r = Math.max(0, Math.min(this.cells.length - 1, to.r)), c = Math.max(0, Math.min(this.sheet.sessions.length - 1, to.c));
    this.at = { r, c };
    if (!extend) this.anchor = this.at;
    this.showRange(focus);
  }

  focus() { this.cells[this.at.r]?.[this.at.c]?.focus(); }

  range() {
    const [a, b] = [this.anchor, this.at], list = [];
    for (let r = Math.min(a.r, b.r); r <= Math.max(a.r, b.r); r++)
      for (let c = Math.min(a.c, b.c); c <= Math.max(a.c, b.c); c++) list.push({ r, c });
    return list;
  }

  showRange(focus = true) {
    for (const old of this.chosen ?? []) { old.classList.remove('chosen'); old.removeAttribute('aria-selected'); old.tabIndex = -1; }
    if (this.cells.length === 0 || this.sheet.sessions.length === 0) return;
    this.chosen = this.range().map(({ r, c }) => this.cells[r][c]);
    for (const cell of this.chosen) { cell.classList.add('chosen'); cell.setAttribute('aria-selected', 'true'); }
    const cell = this.cells[this.at.r][this.at.c];
    cell.tabIndex = 0;
    this.chosen.push(cell);
    if (focus) cell.focus();
  }

  onPointer(e) {
    this.touch = e.pointerType === 'touch';
    const cell = this.cellOf(e.target);
    if (!cell || this.touch || e.button !== 0) return;
    e.preventDefault();
    this.go(cell, e.shiftKey);
    this.dragging = true;
    addEventListener('pointerup', () => { this.dragging = false; }, { once: true });
  }

  onDrag(e) {
    const cell = this.dragging && this.cellOf(e.target);
    if (cell && (cell.r !== this.at.r || cell.c !== this.at.c)) this.go(cell, true);
  }

  onClick(e) {
    const column = e.target.closest('[data-column]');
    if (column) { this.openMenu(+column.dataset.column, column); return; }
    const cell = this.cellOf(e.target);
    if (!cell || !this.touch) return;
    this.go(cell, false);
    const cycle = ['', ...Object.keys(this.sheet.words)];
    this.fill(cycle[(cycle.indexOf(this.shown.get(this.key(cell.r, cell.c)) ?? '') + 1) % cycle.length]);
  }

  onCopy(e) {
    if (!this.cellOf(e.target)) return;
    e.preventDefault();
    const lines = new Map();
    for (const { r, c } of this.range()) lines.set(r, [...(lines.get(r) ?? []), this.shown.get(this.key(r, c)) ?? '']);
    e.clipboardData.setData('text/plain', [...lines.values()].map(x => x.join('\t')).join('\r\n'));
  }

  onPaste(e) {
    if (!this.cellOf(e.target) || !this.sheet.mayKeep) return;
    e.preventDefault();
    const lines = e.clipboardData.getData('text/plain').replace(/\r/g, '').replace(/\n$/, '').split('\n').map(x => x.split('\t'));
    const from = { r: Math.min(this.at.r, this.anchor.r), c: Math.min(this.at.c, this.anchor.c) };
    const wanted = [], strange = new Set();
    let beyond = 0;
    lines.forEach((line, i) => line.forEach((raw, j) => {
      const text = raw.trim().toUpperCase(), [r, c] = [from.r + i, from.c + j];
      const mark = text === '' ? '' : this.sheet.keys[text];
      if (mark === undefined) strange.add(raw.trim());
      else if (r >= this.cells.length || c >= this.sheet.sessions.length) beyond++;
      else wanted.push({ r, c, mark });
    }));
    this.write(wanted);
    const notes = [];
    if (strange.size) notes.push(say(this.texts.pasteStrange, [...strange].slice(0, 5).map(x => `«${x.slice(0, 20)}»`).join(', ')));
    if (beyond) notes.push(say(this.texts.pasteBeyond, beyond));
    if (notes.length) this.tell(notes.join(' '));
    this.anchor = from;
    this.at = { r: Math.min(this.cells.length - 1, from.r + lines.length - 1), c: Math.min(this.sheet.sessions.length - 1, from.c + Math.max(...lines.map(x => x.length)) - 1) };
    this.showRange();
  }

  openMenu(c, button) {
    const item = (text, act) => { const made = el('button', { type: 'button', role: 'menuitem' }, text); made.onclick = () => { this.closeMenu(); act(); this.go({ r: 0, c }, false); }; return made; };
    const column = want => this.write(this.sheet.people.map((_, r) => ({ r, c, mark: want(this.shown.get(this.key(r, c)) ?? '') })).filter(x => this.open(x.r, x.c)));
    this.menu.replaceChildren(el('div', { class: 'reg-menu-title' }, this.sheet.sessions[c].title),
      item(this.texts.fillEmpty, () => column(now => now || '+')),
      item(this.texts.fillAll, () => column(() => '+')),
      item(this.texts.clearColumn, () => column(() => '')));
    this.menu.hidden = false;
    const box = button.getBoundingClientRect(), own = this.host.getBoundingClientRect();
    this.menu.style.top = `${box.bottom - own.top + 2}px`;
    this.menu.style.left = `${Math.max(0, Math.min(box.left - own.left, own.width - this.menu.offsetWidth - 4))}px`;
    this.menuFrom = button;
    this.menu.querySelector('button').focus();
  }

  closeMenu() { this.menu.hidden = true; }

  onMenuKey(e) {
    const items = [...this.menu.querySelectorAll('button')], at = items.indexOf(document.activeElement);
    if (e.key === 'Escape') { this.take(e); this.closeMenu(); this.menuFrom?.focus(); }
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') { this.take(e); items[(at + (e.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length].focus(); }
    if (e.key === 'Tab') this.closeMenu();
  }

  // ---- writing
  fill(mark) { this.write(this.range().map(x => ({ ...x, mark }))); }

  write(wanted) {
    const gesture = [];
    let closed = null;
    for (const { r, c, mark } of wanted) {
      const key = this.key(r, c), before = this.shown.get(key) ?? '';
      if (before === mark) continue;
      if (!this.open(r, c)) { closed ??= { r, c }; continue; }
      gesture.push({ key, before, after: mark });
      this.put(key, mark, false);
    }
    if (closed && this.sheet.mayKeep) {
      const session = this.sheet.sessions[closed.c];
      this.tell(session.future ? say(this.texts.future, session.date) : say(this.texts.closedRow, this.sheet.people[closed.r].name, this.sheet.people[closed.r].status));
    }
    if (gesture.length === 0) return;
    this.gestures.push(gesture);
    if (this.gestures.length > 100) this.gestures.shift();
    this.settle();
  }

  put(key, mark, undo) {
    this.shown.set(key, mark);
    // A key typed into the cell is the choice.
    if (this.clash.delete(key)) this.offer();
    const saved = this.saved.get(key) ?? '';
    // While an answer is awaited the cell is what was sent: a further key is measured against that.
    const was = this.sent.has(key) ? this.sent.get(key).m : saved;
    if (mark === was) this.pending.delete(key); else this.pending.set(key, { m: mark, was, undo });
    this.paint(key);
  }

  undo() {
    const gesture = this.gestures.pop();
    if (!gesture) return;
    let passed = 0;
    for (const { key, before, after } of gesture) {
      if (!this.index.has(key) || (this.shown.get(key) ?? '') !== after) { passed++; continue; }
      this.put(key, before, true);
    }
    if (passed) this.tell(say(this.texts.undoPassed, passed));
    this.settle();
  }

  settle() {
    this.keep();
    this.state();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), SEND_AFTER);
  }

  unsaved() { return this.pending.size + this.sent.size; }

  // What is not in the store yet survives the page in the browser; the cells are numbers, nobody's name is kept.
  keep() {
    try {
      const all = {};
      for (const [key, x] of [...this.clash, ...this.sent, ...this.pending]) all[key] = [x.m, all[key] ? all[key][1] : x.was];
      if (Object.keys(all).length) localStorage.setItem(this.store, JSON.stringify(all)); else localStorage.removeItem(this.store);
    } catch { /* Private windows may refuse: then there is only the line. */ }
  }

  restore() {
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(this.store) ?? '{}'); } catch { /* A damaged entry is as good as none. */ }
    let again = 0, lost = 0;
    for (const [key, [m, was]] of Object.entries(kept)) {
      const place = this.index.get(key), saved = this.saved.get(key) ?? '';
      if (place && saved === m) continue;
      if (!place || !this.open(place.r, place.c)) { lost++; continue; }
      if (saved === was) { this.put(key, m, false); again++; } else this.clash.set(key, { m, was });
    }
    const notes = [];
    if (again) notes.push(say(this.texts.restored, again));
    if (lost) notes.push(say(this.texts.restoredLost, lost));
    if (notes.length) this.tell(notes.join(' '));
    this.offer();
    if (Object.keys(kept).length) this.settle();
  }

  // Stands apart from the passing notes, and without a cross: until it is answered the marks are kept.
  offer() {
    const clash = [...this.clash].map(([key, x]) => ({ ...this.index.get(key), mark: x.m })).filter(x => x.r !== undefined);
    this.ask.hidden = clash.length === 0;
    if (clash.length === 0) return;
    const names = clash.slice(0, 3).map(x => say(this.texts.restoredCell, this.sheet.people[x.r].name, this.sheet.sessions[x.c].date, x.mark || ' ', this.saved.get(this.key(x.r, x.c)) || ' ')).join('; ');
    const answer = () => { this.clash.clear(); this.offer(); this.focus(); };
    const mine = el('button', { type: 'button', class: 'reg-button' }, this.texts.restoreMine), theirs = el('button', { type: 'button', class: 'reg-button' }, this.texts.restoreTheirs);
    mine.onclick = () => { answer(); this.write(clash); this.settle(); };
    theirs.onclick = () => { answer(); this.settle(); };
    this.ask.replaceChildren(el('span', {}, say(this.texts.restoredClash, clash.length, names)), mine, theirs);
  }

  async flush() {
    clearTimeout(this.timer);
    if (this.sent.size || this.pending.size === 0 || this.gone) return;
    for (const [key, x] of this.pending) {
      if (this.sent.size === BATCH) break;
      this.sent.set(key, x);
    }
    for (const key of this.sent.keys()) this.pending.delete(key);
    this.state();
    const cells = [...this.sent].map(asCell);
    let answer = null, late;
    try {
      answer = await Promise.race([this.dotnet.invokeMethodAsync('Save', cells), new Promise((_, no) => { late = setTimeout(() => no(new Error('late')), GIVE_UP_AFTER); })]);
    } catch { /* The line or the server is gone: the same cells go again, which changes nothing twice. */ } finally { clearTimeout(late); }
    if (answer) this.answered(answer); else this.failed();
  }

  answered(answer) {
    const sent = [...this.sent];
    const refused = new Map(answer.refused.map(x => [`${x.s}:${x.e}`, x.m]));
    this.sent.clear();
    this.offline = false;
    this.retry = RETRY_MIN;
    for (const [key, x] of sent) {
      const back = answer.problem ? this.saved.get(key) ?? '' : refused.get(key);
      this.saved.set(key, back ?? x.m);
      if (back !== undefined) {
        if (!this.pending.has(key)) this.shown.set(key, back);
        this.flash(key, 'refused');
      }
      if (this.pending.has(key)) this.pending.get(key).was = this.saved.get(key);
      this.paint(key);
    }
    for (const x of answer.clashes) this.flash(`${x.s}:${x.e}`, 'theirs');
    if (answer.problem) this.gestures = [];
    if (answer.problem || answer.notes.length) this.tell(answer.problem ?? answer.notes.join(' '));
    this.keep();
    this.state();
    if (this.pending.size) this.timer = setTimeout(() => this.flush(), 0);
  }

  failed() {
    for (const [key, x] of this.sent) {
      const newer = this.pending.get(key);
      if (newer) newer.was = x.was; else this.pending.set(key, x);
    }
    this.sent.clear();
    this.offline = true;
    this.state();
    this.timer = setTimeout(() => this.flush(), this.retry);
    this.retry = Math.min(RETRY_MAX, this.retry * 2);
  }

  // ---- what the reader hears
  state() {
    const count = this.unsaved(), state = count === 0 ? 'saved' : this.offline ? 'offline' : 'saving';
    this.undoButton.disabled = this.gestures.length === 0;
    if (this.host.dataset.state === state && state !== 'offline') return;
    this.host.dataset.state = state;
    this.status.textContent = say(this.texts[state], count);
    this.status.dataset.state = state;
  }

  tell(text) {
    const close = el('button', { type: 'button', class: 'reg-close', 'aria-label': this.texts.close }, '×');
    close.onclick = () => { this.hush(); this.focus(); };
    this.note.replaceChildren(el('span', {}, text), close);
    this.note.hidden = false;
    clearTimeout(this.noteTimer);
    this.noteTimer = setTimeout(() => this.hush(), 12000);
  }

  hush() { this.note.hidden = true; }

  // ---- called by the circuit
  update(sheet) {
    if (this.structure(sheet) !== this.signature) {
      const had = this.table.contains(document.activeElement);
      this.build(sheet);
      if (had) this.focus();
      this.agree();
      return;
    }
    for (const p of sheet.people) for (const s of sheet.sessions) {
      const key = `${s.id}:${p.id}`, mark = p.marks[s.id] ?? '';
      if (this.saved.get(key) === mark) continue;
      this.saved.set(key, mark);
      if (this.pending.has(key) || this.sent.has(key)) continue;
      this.shown.set(key, mark);
      this.paint(key);
      this.flash(key, 'theirs');
    }
    this.sheet = sheet;
    this.agree();
  }

  // Where both wrote the same there is nothing to choose.
  agree() {
    const same = [...this.clash].filter(([key, x]) => this.saved.get(key) === x.m);
    for (const [key] of same) this.clash.delete(key);
    this.offer();
    if (same.length) this.keep();
  }

  // Answers what is still unsent: the component that goes away writes it. A message to the server is bounded, so that it is asked again
  // for what is left after each batch; where the line breaks off, the rest waits in localStorage.
  dispose() {
    this.gone = true;
    this.stop.abort();
    clearTimeout(this.timer);
    return this.leave();
  }

  leave() {
    this.leaving = [...this.sent, ...this.pending].slice(0, BATCH);
    return this.leaving.map(asCell);
  }

  settled() {
    for (const [key, x] of this.leaving) for (const waiting of [this.sent, this.pending]) if (waiting.get(key) === x) waiting.delete(key);
    this.keep();
    return this.leave();
  }
}
