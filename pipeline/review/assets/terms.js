// Terms of the field that the database names by key: findings' codes, columns, layouts. A key that is not here shows
// as it is.
const CODES = {
  missing_issue: ['ขาดประเด็น', 'Issue missing'],
  missing_column: ['ขาดคอลัมน์', 'Column missing'],
  empty_cell: ['ช่องว่างในแถวที่กรอกแล้ว', 'Empty cell'],
  blank_template: ['ตารางไม่ได้กรอก', 'Table left unfilled'],
  missing_timeframe: ['ไม่ระบุระยะเวลา', 'No time frame'],
  missing_limitation: ['ไม่ระบุข้อจำกัด', 'No limitation'],
  misplaced_page: ['เผยแพร่บนหน้ากลุ่มงาน', 'On a work group’s page'],
  not_on_main_site: ['ไม่พบบนเว็บไซต์หลัก', 'Not on the main site'],
  external_host: ['เผยแพร่บนเว็บไซต์อื่น', 'On another host'],
  misplaced_column: ['ข้อมูลอยู่ผิดคอลัมน์', 'In the wrong column'],
  misplaced_item: ['ข้ออยู่ผิดประเด็น', 'Item under a wrong issue'],
  foreign_agency: ['มีชื่อหน่วยงานอื่น', 'Another office’s name'],
  wrong_year: ['ปีไม่ตรง', 'Wrong year'],
  score_sum_mismatch: ['คะแนนรวมไม่ตรง', 'Scores do not add up'],
  grade_mismatch: ['ระดับไม่ตรงกับคะแนน', 'Grade does not fit'],
  count_mismatch: ['จำนวนไม่ตรงกับรายการ', 'Count differs from list'],
  unfilled_placeholder: ['ช่องเติมคำยังว่าง', 'Blank left unfilled'],
  unaddressed_item: ['ข้อที่ไม่ผ่านไม่ได้วิเคราะห์', 'Failed item not analysed'],
  score_conflict: ['คะแนนขัดกัน', 'Scores conflict'],
  manifest_mismatch: ['ไม่ตรงกับบัญชีนำส่ง', 'Not what the manifest says'],
  unrelated_document: ['ไม่ใช่เอกสารของข้อนี้', 'Not what the item asks for'],
  unread_content: ['มีส่วนที่ยังไม่ได้อ่าน', 'Content not read'],
  unclear_score: ['คะแนนไม่ชัดว่าของใคร', 'Scores of nobody certain'],
  numbering_gap: ['เลขลำดับขาด', 'Numbering skips'],
  numbering_repeat: ['เลขลำดับซ้ำ', 'Numbering repeats'],
  duplicate_file: ['ไฟล์ซ้ำ', 'Duplicate file'],
  near_duplicate: ['เนื้อหาเกือบเหมือนกัน', 'Near duplicate'],
  foreign_script: ['มีอักษรภาษาอื่นปน', 'Foreign script'],
  broken_text_layer: ['ชั้นข้อความชำรุด', 'Broken text layer'],
  low_confidence: ['อ่านได้ไม่มั่นใจ', 'Read with doubt'],
  unreadable_page: ['หน้าที่อ่านไม่ได้', 'Unreadable page'],
  damaged_file: ['ไฟล์เสียหาย', 'Damaged file'],
  encrypted_file: ['ไฟล์มีรหัสผ่าน', 'Encrypted file'],
  reading_deferred: ['รออ่านใหม่', 'Waiting to be read'],
  reviewer_finding: ['ข้อสังเกตของผู้ตรวจ', 'Reviewer’s finding'],
  dead_link: ['ลิงก์เปิดไม่ได้', 'Dead link'],
  login_required: ['ต้องใช้รหัสผ่าน', 'Login required'],
  not_a_document: ['ไม่ใช่เอกสาร', 'Not a document'],
  unsafe_link: ['ลิงก์ไม่ปลอดภัย', 'Unsafe link'],
  not_checked: ['ยังตรวจลิงก์ไม่ได้', 'Link not checked'],
  unsupported_file: ['ไฟล์ที่ไม่รองรับ', 'Unsupported file'],
};

const COLUMNS = {
  weakness: ['จุดอ่อนที่ต้องแก้ไข', 'Weakness'],
  improvement: ['ประเด็นที่ต้องพัฒนา', 'To improve'],
  responsible: ['ผู้รับผิดชอบ', 'Responsible'],
  procedure: ['ขั้นตอน/วิธีปฏิบัติ', 'Procedure'],
  follow_up: ['การกำกับติดตาม', 'Follow-up'],
  sequence: ['ลำดับ', 'No.'],
  indicator: ['ตัวชี้วัด', 'Indicator'],
  measure: ['มาตรการ', 'Measure'],
  activity: ['กิจกรรม', 'Activity'],
  issue: ['ประเด็น', 'Issue'],
  analysis: ['ผลการวิเคราะห์', 'Analysis'],
  how_applied: ['การนำไปปฏิบัติ', 'How applied'],
  timeframe: ['ระยะเวลา', 'Time frame'],
  limitation: ['ข้อจำกัด', 'Limitation'],
  result: ['ผลการดำเนินการ', 'Result'],
  outcome: ['ผลลัพธ์', 'Outcome'],
  other: ['อื่น ๆ', 'Other'],
};

const LAYOUTS = {
  A_seven_issue: ['แบบเจ็ดประเด็น', 'Seven-issue form'],
  B_form: ['แบบฟอร์มสี่ส่วน', 'Form in four parts'],
  C_chapters: ['รายงานเป็นบท', 'Chapters'],
  D_narrative: ['บรรยายความ', 'Narrative'],
  E_results: ['รายงานผลการดำเนินการ', 'Results report'],
  F_announcement: ['ประกาศผลการประเมิน', 'Announcement'],
};

const SUBJECTS = {
  ITA: ['คะแนนรวม ITA', 'ITA overall'],
  indicator: ['ตัวชี้วัดที่', 'Indicator'],
  item: ['ข้อ', 'Item'],
};

const named = (terms) => (key, language) => (terms[key] ? terms[key][language === 'th' ? 0 : 1] : key);

export const codeName = named(CODES);
export const columnName = named(COLUMNS);
export const subjectName = named(SUBJECTS);
export const layoutName = named(LAYOUTS);

// A submission can match several layouts, comma-separated.
export const layoutNames = (keys, language) => (keys || '').split(',').filter(Boolean).map((key) => layoutName(key, language)).join(', ');
