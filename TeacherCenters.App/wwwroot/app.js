// Small things that only the browser can do. Runs in the head, before the first paint.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  let shell = null;

  const remember = (name, value) => {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${value === '' ? 0 : 31536000}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  };
  const applyTheme = choice => {
    const dark = choice === 'Dark' || (choice === 'Auto' && system.matches);
    root.dataset.theme = choice;
    root.classList.toggle('dark', dark);
    remember('tc-dark', dark ? '1' : '0');
    return dark;
  };

  const shownDark = root.classList.contains('dark');
  let dark = applyTheme(root.dataset.theme || 'Auto');
  system.addEventListener('change', () => {
    if (root.dataset.theme !== 'Auto') return;
    dark = applyTheme('Auto');
    shell?.invokeMethodAsync('DarkChanged', dark);
  });

  // The second click of a double click would open a second sheet over the first, or send it twice.
  addEventListener('click', e => {
    if (e.detail > 1 && e.target.closest?.('.mud-button, .mud-menu-item')) { e.stopImmediatePropagation(); e.preventDefault(); }
  }, true);

  window.tc = {
    remember,
    setTheme(choice) { remember('tc-theme', choice); return (dark = applyTheme(choice)); },
    attach(reference) {
      shell = reference;
      keepFocus();
      document.getElementById('starting')?.remove();
      if (dark !== shownDark) shell.invokeMethodAsync('DarkChanged', dark);
    },
    detach() { shell = null; },
    // As bytes: they travel in pieces, where a long text would break the size limit of a message.
    textOf(element) { return new TextEncoder().encode(element.value); },
    focusOn(selector) { document.querySelector(selector)?.focus(); },
    // Over plain HTTP the browser hands no clipboard out, and a permission may be missing: then the text is selected, to be copied by hand.
    async copy(element) {
      try { await navigator.clipboard.writeText(element.textContent); return true; } catch { getSelection().selectAllChildren(element); return false; }
    },
    openBeside(href) { window.open(href, '_blank', 'noopener'); },
  };

  const typing = target => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const rowsOf = grid => [...grid.querySelectorAll('tbody tr.mud-table-row')];

  document.addEventListener('keydown', e => {
    // By place on the keyboard: the letter differs in the Russian layout.
    if ((e.ctrlKey || e.metaKey) && !e.shiftKey && !e.altKey && e.code === 'KeyK' && shell) {
      e.preventDefault();
      shell.invokeMethodAsync('OpenPalette');
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === 'Escape') {
      // The side sheet on top closes by its own button, which asks first; an open list or calendar in it goes before.
      const top = [...document.querySelectorAll('.mud-dialog')].pop();
      if (top?.matches('.sheet') && !document.querySelector('.mud-popover-open')) top.querySelector('[data-cancel]')?.click();
      return;
    }
    const search = document.querySelector('.page-search input');
    if (!typing(e.target)) {
      if (search && (e.key === '/' || (e.code === 'Slash' && !e.shiftKey && e.key === '.'))) { e.preventDefault(); search.focus(); search.select(); return; }
      if (e.key === '?' && shell) { e.preventDefault(); shell.invokeMethodAsync('OpenKeys'); return; }
    }
    if (!moveThroughCards(e)) moveThroughRows(e, search);
  });

  // From mentor to mentor who may be given, without their links between.
  function moveThroughCards(e) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!step || !e.target.matches('[data-assign]')) return false;
    const all = [...document.querySelectorAll('[data-assign]')];
    all[all.indexOf(e.target) + step]?.focus();
    e.preventDefault();
    return true;
  }

  // Arrows go through the rows of a list, Enter opens one; from the search field the arrow leads into the list.
  function moveThroughRows(e, search) {
    if (!['ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter'].includes(e.key)) return;
    const row = e.target.closest('[data-grid] tbody tr');
    const grid = row?.closest('[data-grid]') ?? (e.target.matches('[data-grid]') ? e.target : e.target === search ? document.querySelector('[data-grid]') : null);
    if (!grid || (row && e.target !== row)) return;
    if (e.key === 'Enter') { if (row) { e.preventDefault(); row.click(); } return; }
    if (!row && e.key !== 'ArrowDown') return;
    const rows = rowsOf(grid);
    if (rows.length === 0) return;
    e.preventDefault();
    const at = rows.indexOf(row);
    const next = e.key === 'Home' ? 0 : e.key === 'End' ? rows.length - 1 : e.key === 'ArrowDown' ? Math.min(at + 1, rows.length - 1) : at - 1;
    if (next < 0) { row.tabIndex = -1; (search ?? grid).focus(); return; }
    rows[next].tabIndex = -1;
    rows[next].focus();
    rows[next].scrollIntoView({ block: 'nearest' });
  }

  // A list that was chosen from asks the server for its focus back, over a slow line a moment too late: whoever has moved on to
  // another field by hand keeps it, or what is typed there would land in the field before.
  let movedOn = false, keeping = false, entered = null;
  document.addEventListener('pointerdown', e => { movedOn = typing(e.target); entered = e.target === document.activeElement ? null : e.target; }, true);
  // A click into a filled search field chooses its text, to be typed over: here, since the server's word would come after the first letters.
  document.addEventListener('click', e => { if (e.target === entered && e.target.matches('.mud-autocomplete input')) e.target.select(); });
  document.addEventListener('keydown', e => { if (e.key === 'Tab') movedOn = true; else if (/^(Enter|Escape|Arrow.*| )$/.test(e.key)) movedOn = false; }, true);
  function keepFocus() {
    const dom = window.Blazor?._internal?.domWrapper;
    if (keeping || !dom?.focus) return;
    keeping = true;
    const { focus } = dom;
    dom.focus = (element, preventScroll) => {
      const now = document.activeElement;
      if (!movedOn || now === element || !typing(now)) focus(element, preventScroll);
    };
  }

  document.addEventListener('click', e => {
    const skip = e.target.closest('.skip-link');
    if (skip) { e.preventDefault(); document.getElementById('content')?.focus(); return; }
    e.target.closest('.tabs a')?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'smooth' });
    const act = e.target.closest('[data-reconnect]')?.dataset.reconnect;
    if (act === 'reload') location.reload();
    if (act === 'retry') Blazor.reconnect().then(ok => { if (!ok) location.reload(); }, () => location.reload());
  });

  // A dialog that opens puts the caret into its first field.
  new MutationObserver(changes => {
    for (const change of changes) for (const node of change.addedNodes) {
      if (node.nodeType !== 1) continue;
      // Of tabs that do not fit, the open one is in sight.
      const tabs = node.matches('.tabs') ? node : node.querySelector('.tabs'), open = tabs?.querySelector('[aria-current]');
      // Sideways only: the page itself stays at its top.
      if (open) tabs.scrollLeft = open.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - open.offsetWidth) / 2;
      const field = node.querySelector?.('[data-focus]') ?? node.querySelector?.('[data-focus-first]')?.querySelector('input:not([type=hidden]):not([readonly]), textarea, select');
      // The dialog's own focus trap moves the focus once while it opens: after it, and again should it have been late.
      if (field) for (const wait of [250, 600]) setTimeout(() => { if (!typing(document.activeElement)) field.focus(); }, wait);
    }
  }).observe(root, { childList: true, subtree: true });
})();
