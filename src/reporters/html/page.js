// Runs in the reader's browser. The page reads well without it; this adds filters, sorting, copying and the switches.
(() => {
  const root = document.documentElement;
  const words = JSON.parse(document.getElementById('words').textContent);
  const say = (text) => {
    const said = document.getElementById('said');
    said.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => {
      said.textContent = '';
    }, 4000);
  };
  const word = (name, values = {}) =>
    words[name][root.lang].replace(/\{(\w+)\}/g, (slot, key) => (key in values ? values[key] : slot));

  // Every text that differs between the languages carries the other one along.
  const swapped = ['alt', 'aria-label', 'placeholder'];
  const swapTexts = (within) => {
    for (const element of within.querySelectorAll('[data-alt]')) {
      const other = element.dataset.alt;
      element.dataset.alt = element.textContent;
      element.textContent = other;
    }
    for (const name of swapped) {
      for (const element of within.querySelectorAll(`[data-alt-${name}]`)) {
        const other = element.getAttribute(`data-alt-${name}`);
        element.setAttribute(`data-alt-${name}`, element.getAttribute(name));
        element.setAttribute(name, other);
      }
    }
  };
  const writtenIn = root.lang;

  // Dossiers of a large portfolio wait as text until somebody looks at them.
  const unpack = (dossier) => {
    const held = dossier.querySelector('script[type="text/html"]');
    if (held === null) return;
    const body = held.parentElement;
    body.innerHTML = held.textContent;
    if (root.lang !== writtenIn) swapTexts(body);
    filterFindings();
  };
  const open = (dossier) => {
    if (dossier === null || !dossier.matches('details.dossier')) return;
    unpack(dossier);
    dossier.open = true;
  };
  document.addEventListener(
    'toggle',
    (event) => {
      if (event.target.matches('details.dossier') && event.target.open) unpack(event.target);
    },
    true,
  );
  const followHash = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    if (target === null) return;
    open(target);
    target.scrollIntoView();
  };
  addEventListener('hashchange', followHash);

  document.getElementById('language').addEventListener('click', () => {
    root.lang = root.lang === 'en' ? 'zh-CN' : 'en';
    swapTexts(document);
    filterFindings();
    filterDossiers();
  });
  root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.getElementById('theme').addEventListener('click', () => {
    root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
  });
  document.getElementById('print').addEventListener('click', () => print());

  const findingFilter = document.getElementById('finding-filter');
  const rulesOf = (dossier) => dossier.dataset.rules.split(' ');
  function filterFindings() {
    if (findingFilter === null) return;
    const wanted = new FormData(findingFilter);
    const severities = wanted.getAll('severity');
    const rule = wanted.get('rule');
    const subject = wanted.get('subject').trim().toLowerCase();
    // A dossier that was never opened cannot tell its subjects.
    if (subject !== '') for (const dossier of document.querySelectorAll('details.dossier')) unpackQuietly(dossier);
    let shown = 0;
    const findings = document.querySelectorAll('section > .finding[data-rule]');
    for (const finding of findings) {
      const { severity, rule: own } = finding.dataset;
      // By its own words and by those on the page, so that either can be typed.
      const of = `${finding.dataset.subject}\n${finding.querySelector('.meta').textContent}`;
      const fits =
        severities.includes(severity) &&
        (rule === '' || own === rule) &&
        (subject === '' || of.toLowerCase().includes(subject));
      finding.hidden = !fits;
      if (fits) shown++;
    }
    for (const section of document.querySelectorAll('main section')) {
      const all = section.querySelectorAll(':scope > .finding[data-rule]');
      if (all.length > 0) section.hidden = [...all].every(({ hidden }) => hidden);
    }
    const folded = document.querySelectorAll('details.dossier');
    for (const dossier of folded) {
      const held = dossier.querySelector('script[type="text/html"]') !== null;
      const all = dossier.querySelectorAll('section > .finding[data-rule]');
      const filtered = rule !== '' || subject !== '';
      dossier.hidden = filtered && (held ? !rulesOf(dossier).includes(rule) : [...all].every(({ hidden }) => hidden));
    }
    document.getElementById('no-match').hidden = shown > 0 || [...folded].some(({ hidden }) => !hidden);
    const waiting = document.querySelector('details.dossier script[type="text/html"]') !== null;
    findingFilter.querySelector('output').textContent = waiting ? '' : word('shown', { shown, all: findings.length });
  }
  const unpackQuietly = (dossier) => {
    const held = dossier.querySelector('script[type="text/html"]');
    if (held === null) return;
    const body = held.parentElement;
    body.innerHTML = held.textContent;
    if (root.lang !== writtenIn) swapTexts(body);
  };
  if (findingFilter !== null) {
    findingFilter.addEventListener('input', filterFindings);
    findingFilter.addEventListener('submit', (event) => event.preventDefault());
    findingFilter.addEventListener('reset', () => setTimeout(filterFindings));
  }
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.rule-link');
    if (button === null || findingFilter === null) return;
    findingFilter.elements.rule.value = button.dataset.rule;
    filterFindings();
    for (const dossier of document.querySelectorAll('details.dossier:not([hidden])')) {
      if (dossier.querySelector('script[type="text/html"]') === null) dossier.open = true;
    }
    findingFilter.scrollIntoView();
  });

  const dossierFilter = document.getElementById('dossier-filter');
  function filterDossiers() {
    if (dossierFilter === null) return;
    const wanted = new FormData(dossierFilter);
    const text = wanted.get('text').trim().toLowerCase();
    const gate = wanted.get('gate');
    const rows = document.querySelectorAll('.dossiers tbody tr');
    let shown = 0;
    for (const row of rows) {
      row.hidden = (gate !== '' && row.dataset.gate !== gate) || !row.cells[1].textContent.toLowerCase().includes(text);
      if (!row.hidden) shown++;
    }
    dossierFilter.querySelector('output').textContent = word('shown', { shown, all: rows.length });
  }
  if (dossierFilter !== null) {
    dossierFilter.addEventListener('input', filterDossiers);
    dossierFilter.addEventListener('submit', (event) => event.preventDefault());
    const headings = [...document.querySelectorAll('.dossiers th')];
    headings.forEach((heading, column) => {
      heading.querySelector('button').addEventListener('click', () => {
        const ascending = heading.getAttribute('aria-sort') !== 'ascending';
        for (const other of headings) other.setAttribute('aria-sort', 'none');
        heading.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
        const body = document.querySelector('.dossiers tbody');
        const value = ({ cells }) => cells[column].dataset.value ?? cells[column].textContent;
        const numeric = body.rows[0]?.cells[column].dataset.value !== undefined;
        const compare = numeric
          ? (a, b) => Number(value(a)) - Number(value(b))
          : (a, b) => value(a).localeCompare(value(b), 'zh-CN');
        body.append(...[...body.rows].sort((a, b) => (ascending ? compare(a, b) : compare(b, a))));
      });
    });
  }

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Without permission or a secure address: the old way, through a selection.
      const field = document.createElement('textarea');
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand('copy');
      field.remove();
      return done;
    }
  };
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('.copy');
    if (button === null) return;
    const done = await copy(button.closest('.copied').querySelector('.copied-text').textContent);
    say(word(done ? 'copied' : 'notCopied'));
    button.focus();
  });

  // On paper nothing can be unfolded.
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [
      ...document.querySelectorAll('details.letter:not([open]), details.dossier:not([open]):not([hidden])'),
    ].filter((details) => details.querySelector('script[type="text/html"]') === null);
    for (const details of folded) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of folded) details.open = false;
  });

  filterFindings();
  filterDossiers();
  followHash();
})();
