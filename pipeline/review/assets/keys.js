// Single-key commands. A key counts by its letter; where that is none of ours, as on a Thai keyboard, by its place. They
// can be turned off: speech input and shaking hands press them unasked.
const FIELDS = /^(INPUT|TEXTAREA|SELECT)$/;
const STORED = 'keys';

export const keysAreOn = () => localStorage.getItem(STORED) !== 'off';
export const setKeys = (on) => localStorage.setItem(STORED, on ? 'on' : 'off');

function keyOf(event) {
  if (event.key === '=') return '+';  // the same key without Shift
  if (/^[!-~]$/.test(event.key)) return event.key.toLowerCase();
  if (/^Key[A-Z]$/.test(event.code)) return event.code[3].toLowerCase();
  return { Slash: event.shiftKey ? '?' : '/', BracketLeft: '[', BracketRight: ']', Equal: '+', Minus: '-' }[event.code] || event.key;
}

// Calls the command of `commands` (key → function) that a key press asks for. Fields and open dialogs keep their keys;
// Escape leaves a field.
export function onKeys(commands, isAlive = () => true) {
  const listen = (event) => {
    if (!isAlive()) { document.removeEventListener('keydown', listen); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const isField = FIELDS.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (isField && event.key === 'Escape') event.target.blur();
    if (isField || !keysAreOn()) return;
    const command = commands[keyOf(event)];
    if (command) { event.preventDefault(); command(event); }
  };
  document.addEventListener('keydown', listen);
}

export const KEYS = [
  ['n', 'next'], ['c', 'confirm'], ['d', 'dismiss'], ['m', 'note'], ['j / k', 'step'], ['e', 'correct_cell'], ['s', 'final_score'],
  ['w', 'why'], ['[ / ]', 'turn'], ['g', 'page_no'], ['+ / -', 'zoom'], ['r', 'rotate'], ['t', 'read_text'], ['u', 'undo'], ['/', 'search'], ['?', 'keys'],
];

// What a review goes through, told before the keys.
export const HOW_TO = ['how_open', 'how_decide', 'how_correct', 'how_add', 'how_finish', 'how_undo'];
