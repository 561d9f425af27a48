// Single-key commands. A Thai keyboard gives Thai letters for the same keys, so the key's place counts, not its letter.
const FIELDS = /^(INPUT|TEXTAREA|SELECT)$/;

function keyOf(event) {
  if (/^Key[A-Z]$/.test(event.code)) return event.code[3].toLowerCase();
  const fixed = { Slash: event.shiftKey ? '?' : '/', BracketLeft: '[', BracketRight: ']', Equal: '+', NumpadAdd: '+', Minus: '-', NumpadSubtract: '-' };
  return fixed[event.code] || event.key;
}

// Calls the command of `commands` (key → function) that a key press asks for. Fields and open dialogs keep their keys.
export function onKeys(commands, isAlive = () => true) {
  const listen = (event) => {
    if (!isAlive()) { document.removeEventListener('keydown', listen); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || FIELDS.test(event.target.tagName) || document.querySelector('dialog[open]')) return;
    const command = commands[keyOf(event)];
    if (command) { event.preventDefault(); command(event); }
  };
  document.addEventListener('keydown', listen);
}

export const KEYS = [
  ['n', 'next'], ['c', 'confirm'], ['d', 'dismiss'], ['m', 'note'], ['j / k', 'step'], ['e', 'correct_cell'], ['s', 'final_score'],
  ['[ / ]', 'turn'], ['+ / -', 'zoom'], ['u', 'undo'], ['/', 'search'], ['?', 'keys'],
];
