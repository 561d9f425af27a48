// Thai and English. Messages of findings come from the database in both.
const WORDS = {
  skip: ['ไปยังเนื้อหา', 'Skip to content'], search: ['ค้นหา', 'Search'], overview: ['ภาพรวม', 'Overview'], submissions: ['รายงาน', 'Submissions'],
  next: ['ข้อถัดไป', 'Next open finding'], undo: ['เลิกทำ', 'Undo'], keys: ['แป้นลัด', 'Keys'], loading: ['กำลังโหลด…', 'Loading…'],
  failed: ['ไม่สำเร็จ', 'That did not work'], no_such_page: ['ไม่มีหน้านี้', 'No such page'], all_done: ['ตรวจครบทุกข้อสังเกตแล้ว', 'Every finding is decided'],
  undone: ['เลิกทำแล้ว', 'Undone'], nothing_to_undo: ['ไม่มีสิ่งที่จะเลิกทำ', 'Nothing to undo'], stale: ['ผู้อื่นแก้ไขข้อนี้แล้ว กรุณาดูค่าใหม่ก่อน', 'Someone else changed this meanwhile; look at it again first'],
  confirm: ['ยืนยัน', 'Confirm'], dismiss: ['ยกข้อสังเกต', 'Dismiss'], reopen: ['เปิดใหม่', 'Reopen'], note: ['บันทึก', 'Note'], step: ['ข้อสังเกตถัดไป/ก่อนหน้าในรายงาน', 'Next or previous finding here'], close: ['ปิด', 'Close'],
  filter: ['กรอง', 'Filter'], all: ['ทั้งหมด', 'All'], office: ['หน่วยงาน', 'Office'], province: ['จังหวัด', 'Province'], year: ['ปีงบประมาณ', 'Fiscal year'], item: ['ข้อ', 'Item'],
  layout: ['แบบรายงาน', 'Layout'], code: ['รหัสข้อสังเกต', 'Finding code'], status: ['สถานะ', 'Status'], found: ['รายการ', 'found'], page: ['หน้า', 'page'], pages: ['หน้า', 'Pages'],
  previous: ['ก่อนหน้า', 'Previous'], following: ['ถัดไป', 'Next'], suggested: ['คะแนนที่แนะนำ', 'Suggested'], final: ['คะแนนที่ให้', 'Final'],
  error: ['ผิดพลาด', 'Error'], warning: ['ควรตรวจ', 'Warning'], info: ['ข้อมูล', 'Info'], extracted: ['อ่านครบ', 'Extracted'], partial: ['อ่านได้บางส่วน', 'Partial'], missing: ['ไม่มี', 'None'],
  open: ['ยังไม่ตรวจ', 'Open'], confirmed: ['ยืนยันแล้ว', 'Confirmed'], dismissed: ['ยกแล้ว', 'Dismissed'], progress: ['ความคืบหน้าการตรวจ', 'Progress of the review'],
  by_code: ['สัดส่วนรายงานที่มีข้อสังเกตแต่ละรหัส', 'Share of submissions with each gap'], heat: ['ข้อสังเกตแยกตามประเด็น', 'Gaps by issue'], scores: ['คะแนน ITA ที่รายงานระบุ', 'Overall scores stated'],
  years: ['เทียบรายปี', 'Year over year'], findings: ['ข้อสังเกต', 'Findings'], issues: ['เจ็ดประเด็น', 'The seven issues'], issue: ['ประเด็นที่', 'Issue'], issue_not_found: ['ไม่พบในรายงาน', 'Not in the report'],
  title: ['ชื่อประเด็น', 'Title'], item_codes: ['รหัสข้อ', 'Item codes'], timeframe: ['ระยะเวลา', 'Time frame'], limitation: ['ข้อจำกัด', 'Limitation'], cells: ['ตาราง', 'Tables'], stated_scores: ['คะแนนในรายงาน', 'Scores stated'],
  office_report: ['หนังสือแจ้งหน่วยงาน', 'Letter to the office'], save: ['บันทึก', 'Save'], cancel: ['ยกเลิก', 'Cancel'], correct: ['แก้ไข', 'Correct'], was: ['เดิม', 'was'], saved: ['บันทึกแล้ว', 'Saved'],
  final_score: ['ให้คะแนน', 'Final score'], no_place: ['ไม่มีตำแหน่งในเอกสาร', 'No place on a page'], read_only: ['โหมดอ่านอย่างเดียว', 'Read-only'], confidence: ['ความเชื่อมั่น', 'confidence'], table: ['ตารางที่', 'Table'], row: ['แถว', 'Row'],
};

let current = document.cookie.includes('language=en') ? 'en' : 'th';

export const language = () => current;
export function setLanguage(code) {
  current = code;
  document.cookie = `language=${code}; SameSite=Strict; Path=/; Max-Age=31536000`;
}
export function t(key) {
  const pair = WORDS[key];
  return pair ? pair[current === 'th' ? 0 : 1] : key;
}
// Fills every element that names a word by data-t.
export function translate(root) {
  document.documentElement.lang = current;
  for (const node of root.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  document.getElementById('lang').textContent = current === 'th' ? 'English' : 'ไทย';
  document.getElementById('lang').lang = current === 'th' ? 'en' : 'th';
}
