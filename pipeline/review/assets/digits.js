// Figures as people type them, in either script.
const THAI = '๐๑๒๓๔๕๖๗๘๙';

export const arabic = (text) => text.replace(/[๐-๙]/g, (digit) => THAI.indexOf(digit));

// A pattern of the figure, in either script.
export const eitherScript = (pattern) => pattern.replace(/[0-9]/g, (digit) => `[${digit}${THAI[digit]}]`);

// A score from 0 to 100; undefined for what is none.
export function points(text) {
  const figure = arabic(text.trim());
  return /^\d{1,3}(\.\d+)?$/.test(figure) && Number(figure) <= 100 ? Number(figure) : undefined;
}
