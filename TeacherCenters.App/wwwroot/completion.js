// Keys of the completion table: a digit presses the row's button of that digit and leads on to the next row; arrows move.
export function attach(table) {
  const stop = new AbortController();
  table.addEventListener('keydown', e => {
    const cell = e.target.closest('[data-results]');
    if (!cell || e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input')) return;
    const cells = [...table.querySelectorAll('[data-results][tabindex]')], at = cells.indexOf(cell);
    const go = to => { if (cells[to]) cells[to].focus(); };
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') { e.preventDefault(); go(at + (e.key === 'ArrowDown' ? 1 : -1)); return; }
    const key = e.key === '+' || e.key === '=' ? '1' : e.key === '-' ? '0' : e.key;
    const button = /^\d$/.test(key) ? cell.querySelector(`button[data-key="${key}"]`) : null;
    if (!button) return;
    e.preventDefault();
    // A press on the chosen one takes it back; a key says what shall be.
    if (button.getAttribute('aria-pressed') !== 'true') button.click();
    go(at + 1);
  }, { signal: stop.signal });
  return { dispose: () => stop.abort() };
}
