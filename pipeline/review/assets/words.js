// Thai and English of the pages' own words. Messages of findings come from the database in both.
const WORDS = {
  // the frame
  skip: ['ไปยังเนื้อหา', 'Skip to content'], search: ['ค้นหา', 'Search'], overview: ['ภาพรวม', 'Overview'],
  submissions: ['รายงาน', 'Submissions'], next: ['ข้อถัดไปที่ยังไม่ตรวจ', 'Next open finding'], undo: ['เลิกทำ', 'Undo'],
  next_short: ['ข้อถัดไป', 'Next'], next_rest: ['ที่ยังไม่ตรวจ', ' open finding'], history_short: ['ประวัติ', 'History'], history_rest: ['การตรวจ', ''], second_short: ['อ่านครั้งที่สอง', 'Second reading'], menu: ['เมนู', 'Menu'],
  history: ['ประวัติการตรวจ', 'History'], keys: ['แป้นลัด', 'Keys'], loading: ['กำลังโหลด…', 'Loading…'],
  failed: ['ไม่สำเร็จ', 'Failed'], went_wrong: ['ทำรายการไม่สำเร็จ', 'That did not work'], no_such_page: ['ไม่มีหน้านี้', 'No such page'],
  all_done: ['ตรวจครบทุกข้อสังเกตแล้ว', 'Every finding is decided'], undone: ['เลิกทำแล้ว', 'Undone'],
  nothing_to_undo: ['ไม่มีสิ่งที่จะเลิกทำ', 'Nothing to undo'], close: ['ปิด', 'Close'], logout: ['ออกจากระบบ', 'Log out'],
  stale: ['ผู้อื่นแก้ไขข้อนี้แล้ว กรุณาดูค่าใหม่ก่อน', 'Someone else changed this meanwhile; look at it again first'],
  gone: ['สิ่งที่หน้านี้แสดงไม่มีแล้ว: รายงานถูกอ่านใหม่ ไฟล์ถูกแทนที่ หรือเปิดฐานข้อมูลอื่นอยู่ ยังไม่มีการบันทึก กรุณาโหลดหน้าใหม่', 'What this page shows is no longer there: the report was read anew, its file was replaced, or another database is open. Nothing was saved; load the page anew'],
  finding_gone: ['ข้อสังเกตที่ลิงก์อ้างถึงไม่มีในรายงานนี้แล้ว', 'The finding that the link names is no longer in this report'], reload: ['โหลดหน้าใหม่', 'Load anew'],
  no_server: ['ติดต่อเครื่องแม่ข่ายไม่ได้ กรุณาตรวจการเชื่อมต่อแล้วลองใหม่', 'The server cannot be reached; check the connection and try again'],
  saved: ['บันทึกแล้ว', 'Saved'], read_only: ['โหมดอ่านอย่างเดียว', 'Read-only'], previous: ['ก่อนหน้า', 'Previous'], following: ['ถัดไป', 'Next'],
  // filters and lists
  filter: ['กรอง', 'Filter'], clear: ['ล้าง', 'Clear'], all: ['ทั้งหมด', 'All'], filtered: ['กำลังกรองตาม', 'Filtered by'],
  filters: ['ตัวกรอง', 'Filters'], none_left: ['ไม่มีรายการที่ตรงกับตัวกรอง', 'Nothing matches the filters.'], none_there: ['ยังไม่มีรายการ', 'There is nothing here yet.'], to_list: ['กลับไปยังรายการ', 'Back to the list'], no_office: ['ไม่ทราบหน่วยงาน', 'Office not known'], none: ['ไม่มี', 'None'],
  by_office: ['ชื่อหน่วยงาน', 'Office'], by_file: ['ชื่อไฟล์', 'File name'], by_province: ['จังหวัด', 'Province'], by_kind: ['ประเภทหน่วยงาน', 'Kind of office'],
  by_year: ['ปีงบประมาณ', 'Fiscal year'], by_item: ['ข้อ', 'Item'], by_layout: ['แบบรายงาน', 'Layout'], by_code: ['ข้อสังเกต', 'Gap'], by_severity: ['ระดับ', 'Severity'],
  by_decision: ['ผลการตรวจ', 'Decision'], by_suggested: ['คะแนนที่แนะนำ', 'Suggested score'], by_final: ['คะแนนที่ให้', 'Final score'], by_reviewer: ['ผู้ตรวจ', 'Reviewer'],
  by_status: ['สถานะการอ่าน', 'Reading'], by_evidence: ['ข้อความเดียวกัน', 'Same words'],
  decision_open: ['ยังมีข้อที่ไม่ตรวจ', 'Still open'], decision_done: ['ตรวจครบแล้ว', 'All decided'], decision_confirmed: ['มีที่ยืนยันแล้ว', 'Confirmed'], decision_dismissed: ['มีที่ยกแล้ว', 'Dismissed'],
  final_missing: ['ยังไม่ให้คะแนน', 'No final score yet'], final_given: ['ให้คะแนนแล้ว', 'Given'],
  search_narrow: ['แสดงเฉพาะส่วนแรก กรุณาเพิ่มคำหรือกรองให้แคบลง', 'only the first of them; add words or narrow the filter'],
  // letters
  letter: ['หนังสือแจ้ง', 'Letter'], by_letter: ['หนังสือแจ้ง', 'Letter'], letter_none: ['ยังไม่ส่ง', 'Not sent'], letter_sent: ['ส่งแล้ว', 'Sent'], letter_changed: ['ส่งแล้ว มีการตรวจเพิ่มภายหลัง', 'Sent; reviewed further since'],
  as_document: ['เอกสาร Word', 'Word document'], mark_sent: ['บันทึกว่าส่งแล้ว', 'Mark as sent'], mark_letters: ['บันทึกว่าส่งหนังสือแล้ว', 'Mark letters as sent'], letters_count: ['ฉบับ', 'letters'], letters_drafts: ['ยังเป็นร่าง ไม่บันทึก:', 'Still drafts, not marked:'], letters_went: ['ส่งไปแล้ว ไม่บันทึกซ้ำ:', 'Sent already, not marked again:'], letter_open: ['ยังมีข้อสังเกตที่ยังไม่ได้ตรวจ ซึ่งไม่อยู่ในหนังสือนี้:', 'Findings that are still open and not in this letter:'], letter_unreviewed: ['ยังไม่มีผู้ตรวจบันทึกผลการตรวจรายงานนี้', 'Nobody has recorded a review of this report yet'], letter_number: ['เลขที่หนังสือ (ไม่ใส่ก็ได้)', 'Number of the letter (may be left blank)'], letter_date: ['วันที่ในหนังสือ', 'Date of the letter'], letter_due: ['ขอให้ส่งภายในวันที่ (ไม่ใส่ก็ได้)', 'Answer wanted by (may be left blank)'],
  letter_all: ['รวมทุกรายงานของหน่วยงานนี้ในปีเดียวกัน', 'With all reports of this office for the year'], letter_kept: ['ข้อความของหนังสือจะถูกเก็บไว้ตามที่ส่ง แม้ผลการตรวจเปลี่ยนภายหลัง', 'The letter’s text is kept as it was sent, whatever is decided later.'],
  letter_no: ['เลขที่', 'No.'], withdrawn: ['ยกเลิกแล้ว ไม่ได้ส่ง', 'Taken back: not sent'], assignment: ['การมอบหมาย', 'Assignment'],
  // one office over the years
  over_years: ['ดูหน่วยงานนี้รายปี', 'This office over the years'], score_lines: ['คะแนนที่รายงานระบุ ตามปีของคะแนน', 'Scores stated, by the year that they are of'], weak_by_year: ['จุดอ่อนที่ระบุในแต่ละปี', 'Weaknesses named in each year'],
  repeated: ['ข้อความที่เหมือนกันทุกคำในหลายปี', 'What came back word for word'], none_repeated: ['ไม่มีข้อความที่ซ้ำกันข้ามปี', 'Nothing came back word for word'],
  // files
  export_as: ['ส่งออก', 'Export'], letters_zip: ['หนังสือแจ้งทั้งหมด (ZIP)', 'All letters (ZIP)'], making_file: ['กำลังสร้างไฟล์…', 'Making the file…'],
  // saved views
  views: ['มุมมองที่บันทึกไว้', 'Saved views'], save_view: ['บันทึกมุมมองนี้', 'Save this view'], view_name: ['ชื่อมุมมอง', 'Name of the view'], share_view: ['ให้ผู้ตรวจทุกคนเห็น', 'For all reviewers'], shared_by: ['จาก', 'by'], remove_view: ['ลบมุมมอง', 'Remove the view'],
  // second readings
  second_readings: ['การอ่านครั้งที่สอง', 'Second readings'], second_reading: ['การอ่านครั้งที่สอง', 'Second reading'], second_mine: ['ที่ฉันต้องอ่าน', 'Mine to read'], second_none: ['ไม่มีรายงานที่ต้องอ่านครั้งที่สอง', 'There is none for you'],
  second_all: ['รายงานที่สุ่มไว้', 'The sample'], second_finished: ['อ่านจบแล้ว', 'Finished'], second_readers: ['ผู้อ่านครั้งที่สอง', 'Second readers'], draw_sample: ['สุ่มอ่านครั้งที่สอง', 'Draw a sample'], share: ['ร้อยละ', 'Per cent'],
  eligible: ['ที่ตรวจครบแล้วและยังไม่ถูกสุ่ม', 'Decided and not drawn yet:'], drawn: ['สุ่มแล้ว', 'Drawn:'], sample_note: ['สุ่มจากรายงานที่ตรวจครบแล้ว ผู้อ่านครั้งที่สองไม่เห็นผลของผู้ตรวจคนแรก และจะไม่ได้รายงานที่ตนตรวจเอง', 'From reports that are decided; the second reader does not see what the first decided, and gets none that she reviewed herself.'],
  second_note: ['ตัดสินแต่ละข้อตามเอกสาร โดยไม่เห็นผลของผู้ตรวจคนแรก', 'Decide each finding by the document; what the first reader decided is not shown.'], finish_second: ['จบการอ่านครั้งที่สอง', 'Finish the second reading'],
  agreement: ['ความเห็นตรงกัน', 'Agreement'], agree_share: ['ตรงกัน', 'Agree'], kappa: ['κ ของโคเฮน', 'Cohen’s κ'], kappa_note: ['κ คือความเห็นตรงกันเกินกว่าที่จะเกิดโดยบังเอิญ: 1 ตรงกันทุกข้อ 0 เท่ากับบังเอิญ นับเฉพาะการอ่านที่จบแล้ว', 'κ is agreement beyond chance: 1 for full agreement, 0 for chance. Finished readings count.'],
  both_confirmed: ['ยืนยันทั้งคู่', 'Both confirmed'], both_dismissed: ['ยกทั้งคู่', 'Both dismissed'], first_only: ['คนแรกยืนยัน คนที่สองยก', 'First confirmed, second dismissed'], second_only: ['คนแรกยก คนที่สองยืนยัน', 'First dismissed, second confirmed'],
  differing: ['ข้อที่เห็นต่างกัน', 'Where they differ'], first_reader: ['ผู้ตรวจคนแรก', 'First reader'], second_reader: ['ผู้อ่านครั้งที่สอง', 'Second reader'], sample: ['การสุ่มอ่านครั้งที่สอง', 'Second reading drawn'], second: ['การอ่านครั้งที่สอง', 'Second reading'],
  // the page and its text
  page_no: ['ไปที่หน้า', 'Go to page'], rotate: ['หมุนหน้า', 'Rotate the page'], read_text: ['ข้อความที่อ่านได้', 'Text as read'], no_text: ['หน้านี้ไม่มีข้อความ', 'No text on this page'],
  original: ['ไฟล์ต้นฉบับ', 'Original file'], keys_on: ['ใช้แป้นลัดตัวอักษรเดียว', 'Single keys are on'],
  // whose work
  mine: ['งานของฉัน', 'My reports'], reviewers: ['ผู้ตรวจ', 'Reviewers'], assigned: ['ผู้รับผิดชอบตรวจ', 'Assigned to'], by_assigned: ['ผู้รับผิดชอบตรวจ', 'Assigned to'], assign: ['มอบหมาย', 'Assign'],
  assign_to: ['มอบหมายให้', 'To'], assign_note: ['หลายคน: แบ่งเท่า ๆ กัน รายงานของหน่วยงานเดียวกันอยู่กับผู้ตรวจคนเดียว ไม่เลือกใคร: ยกเลิกการมอบหมาย', 'Several: shared out evenly, all reports of an office to one. Nobody: they are nobody’s again.'],
  assigned_before: ['มอบหมายไว้แล้วและจะเปลี่ยน:', 'Assigned already, and changed by this:'], no_filter_reports: ['ไม่ได้กรอง: ทุกรายงานในฐานข้อมูล', 'No filter: every report of the database'],
  open_reports: ['รายงานที่ยังไม่ครบ', 'Reports still open'], open_findings: ['ข้อที่ยังไม่ตรวจ', 'Open findings'], changes: ['จำนวนการแก้ไข', 'Changes'], last_change: ['ล่าสุด', 'Last'],
  no_reviewers: ['ยังไม่มีผู้ตรวจ', 'No reviewers yet'], logins: ['การเข้าใช้งานล่าสุด', 'Last logins'], address: ['ที่อยู่เครื่อง', 'Address'], outcome: ['ผล', 'Outcome'], came_in: ['เข้าได้', 'came in'], refused: ['ถูกปฏิเสธ', 'refused'],
  was_undone: ['เลิกทำแล้ว', 'Undone'], draft_kept: ['ข้อความที่พิมพ์ไว้และยังไม่ได้บันทึก', 'Typed before and not saved yet'], draft_waits: ['มีข้อความที่พิมพ์ไว้และยังไม่ได้บันทึก กด m เพื่อเปิด', 'A note was typed and not saved; m opens it'],
  // findings of many submissions
  findings_count: ['จำนวนข้อ', 'Findings'],
  their_findings: ['ดูข้อสังเกตของรายงานเหล่านี้', 'Findings of these'], reports: ['รายงาน', 'reports'], items: ['ข้อ', 'findings'], state: ['ผล', 'Decision'], evidence: ['ข้อความ', 'Words'],
  one_by_one: ['ทีละข้อ', 'One by one'], by_cause: ['รวมตามสาเหตุ', 'By cause'], confirm_all: ['ยืนยันทั้ง', 'Confirm all'], dismiss_all: ['ยกทั้ง', 'Dismiss all'],
  no_filter: ['ไม่ได้กรอง: ทุกข้อที่ยังไม่ตรวจในฐานข้อมูล', 'No filter: every open finding of the database'], bulk_note: ['บันทึกสำหรับทุกข้อ (ไม่ใส่ก็ได้)', 'Note on each (may be left blank)'],
  bulk_undo: ['เฉพาะข้อที่ยังไม่ตรวจ บันทึกประวัติแยกทุกข้อ และเลิกทำได้ทั้งหมดในครั้งเดียว', 'Open ones only. Each has its line in the history; one undo takes all of them back.'],
  too_many: ['มากเกินไปสำหรับครั้งเดียว กรุณากรองให้แคบลง ไม่เกิน', 'Too many at once; narrow the filter to at most'], left_by_others: ['ผู้อื่นแก้ไขแล้ว ไม่ได้เลิกทำ', 'left, changed by others:'],
  office: ['หน่วยงาน', 'Office'], file: ['ไฟล์', 'File'], province: ['จังหวัด', 'Province'], year: ['ปีงบประมาณ', 'Fiscal year'], item: ['ข้อ', 'Item'],
  layout: ['แบบรายงาน', 'Layout'], code: ['ข้อสังเกต', 'Gap'], status: ['สถานะ', 'Status'], found: ['รายการ', 'found'],
  suggested: ['คะแนนที่แนะนำ', 'Suggested'], final: ['คะแนนที่ให้', 'Final'], score_reason: ['เหตุผล', 'Reason'],
  error: ['ผิดพลาด', 'Error'], warning: ['ควรตรวจ', 'Warning'], info: ['ข้อมูล', 'Info'],
  extracted: ['อ่านครบ', 'Extracted'], partial: ['อ่านได้บางส่วน', 'Partial'], deferred: ['รออ่านใหม่', 'Waiting to be read'], missing: ['ไม่มี', 'None'],
  open: ['ยังไม่ตรวจ', 'Open'], confirmed: ['ยืนยันแล้ว', 'Confirmed'], dismissed: ['ยกแล้ว', 'Dismissed'],
  // the overview
  progress: ['ความคืบหน้าการตรวจ', 'Progress of the review'], decided_of: ['ข้อที่ตรวจแล้ว', 'findings decided'],
  shares: ['สัดส่วนหน่วยงานที่มีข้อสังเกตแต่ละเรื่อง', 'Share of offices with each gap'],
  heat: ['จำนวนข้อสังเกตในแต่ละประเด็น', 'Gaps by issue'], scores: ['การกระจายของคะแนนรวม ITA ที่รายงานระบุ', 'Distribution of the overall scores stated'],
  reach: ['ข้อที่เข้าถึงได้จากเว็บไซต์หลัก แยกตามจังหวัด', 'Items reachable from the main site, by province'], items_published: ['ข้อ', 'Items'], reached: ['เข้าถึงได้', 'Reachable'],
  by_group: ['ผ่านหน้ากลุ่มงานเท่านั้น', 'by a work group’s page only'], missed: ['เข้าถึงไม่ได้', 'Not reachable'], untold: ['ยังบอกไม่ได้', 'Not told'],
  score_axis: ['คะแนน', 'points'], score_axis_full: ['คะแนน (เต็ม 100)', 'Score (of 100)'], years: ['เทียบรายปี: ข้อสังเกตเฉลี่ยต่อรายงาน', 'Year over year: findings a report'],
  years_table: ['เฉลี่ยต่อรายงาน (จำนวนทั้งหมด)', 'Findings a report (in all)'],
  no_data: ['ยังไม่มีข้อมูล', 'No data yet'], offices: ['หน่วยงาน', 'offices'], by_suggestion: ['คะแนนที่แนะนำตามเกณฑ์', 'Scores suggested by the rubric'],
  // why it was read so
  why: ['เหตุที่อ่านได้เช่นนี้', 'Why it was read so'], fact: ['เรื่อง', 'Fact'], may_be: ['อาจเป็น', 'May be'], weight: ['น้ำหนัก', 'Weight'], read_in: ['อ่านจาก', 'Read in'],
  candidates: ['หน่วยงาน ปี และข้อ ที่อาจเป็นได้', 'What office, year and item might be'], no_evidence: ['ไม่มีหลักฐานที่เก็บไว้ ต้องอ่านรายงานใหม่', 'No evidence is kept; the report must be read anew'],
  column: ['คอลัมน์', 'Column'], printed_head: ['หัวที่พิมพ์', 'As printed'], told_by: ['รู้จาก', 'Told by'], runner_up: ['รองลงมา', 'Next best'], margin: ['ห่างกัน', 'Margin'],
  taken_for: ['อ่านเป็น', 'Taken for'], unclear: ['ไม่ชัด', 'Unclear'], no_known_kind: ['ไม่ใช่ตารางที่รู้จัก', 'of no known kind'],
  from_memo_head: ['หัวบันทึกข้อความ', 'head of a memo'], from_letterhead: ['หัวหนังสือ', 'letterhead'], from_issuer: ['ผู้ออกประกาศ', 'issuer'], from_cover: ['ปก', 'cover'], from_title: ['ชื่อรายงาน', 'title'],
  from_subject: ['เรื่อง', 'subject line'], from_contact: ['ที่อยู่ติดต่อ', 'contact address'], from_signature: ['ลายมือชื่อ', 'signature'], from_cell: ['ช่องหัวแบบฟอร์ม', 'cell of a form’s head'], from_heading: ['หัวข้อ', 'heading'],
  from_timeframe: ['ระยะเวลา', 'time frame'], from_mention: ['เนื้อความ', 'running text'], from_checklist: ['รายการข้อ', 'checklist'], from_manifest: ['รายการไฟล์', 'manifest'],
  // one submission
  findings: ['ข้อสังเกต', 'Findings'], confirm: ['ยืนยัน', 'Confirm'], dismiss: ['ยกข้อสังเกต', 'Dismiss'], reopen: ['เปิดใหม่', 'Reopen'], note: ['บันทึก', 'Note'],
  show_place: ['ดูตำแหน่ง', 'Show the place'], no_findings: ['ไม่มีข้อสังเกต', 'Nothing was flagged'],
  show_more: ['แสดงเพิ่ม', 'Show more'], cells_of_page: ['ตารางยาวมาก แสดงเฉพาะแถวที่อยู่ในหน้าที่กำลังดู', 'Very long tables: the rows on the page that is shown'],
  to_tables: ['ไปยังตาราง', 'Skip to the tables'], row: ['แถว', 'row'],
  issues: ['ประเด็นของแบบ', 'The issues of the form'], issue: ['ประเด็นที่', 'Issue'], issue_not_found: ['ไม่พบในรายงาน', 'Not in the report'],
  no_issues: ['รายงานนี้ไม่ได้แบ่งตามประเด็นของแบบ', 'This report is not divided into the issues of the form'],
  title: ['ชื่อประเด็น', 'Title'], item_codes: ['รหัสข้อ', 'Item codes'], timeframe: ['ระยะเวลา', 'Time frame'], limitation: ['ข้อจำกัด', 'Limitation'],
  leave_out: ['ไม่ใช่ส่วนของรายงาน', 'Not part of the report'], take_in: ['นำกลับเข้ารายงาน', 'Take in again'], left_out: ['ไม่นับเป็นส่วนของรายงาน', 'not counted as part of the report'],
  cells: ['ตาราง', 'Tables'], table: ['ตารางที่', 'Table'], stated_scores: ['คะแนนที่รายงานระบุ', 'Scores stated'],
  subject: ['เรื่อง', 'Subject'], value: ['คะแนน', 'Value'], grade: ['ระดับ', 'Grade'], quote: ['ข้อความในรายงาน', 'As stated'],
  publication: ['การเผยแพร่', 'Publication'], at_document: ['มีเอกสาร', 'document there'], at_elsewhere: ['อยู่ที่อื่น', 'stands elsewhere'],
  at_other_document: ['เอกสารที่ไม่ใช่ PDF', 'not a PDF file'], at_dead_link: ['ไม่พบหน้า', 'dead link'],
  at_login_required: ['ต้องใช้รหัสผ่าน', 'asks for a password'], at_not_a_document: ['ไม่มีเอกสาร', 'no document there'],
  at_no_address: ['ไม่มีที่อยู่', 'no address'], at_not_checked: ['ยังตรวจไม่ได้', 'not checked yet'],
  stands_main_site: ['จากเว็บไซต์หลัก', 'from the main site'], stands_group_page: ['บนหน้ากลุ่มงาน', 'on a work group’s page'],
  stands_other_host: ['บนเว็บไซต์อื่น', 'on another host'], stands_not_found: ['ไม่พบทางจากเว็บไซต์หลัก', 'no way from the main site'],
  last_seen: ['ตรวจล่าสุด', 'last seen'], kept_page: ['หน้าเว็บที่เก็บไว้', 'The page as it was kept'], kept_picture: ['ภาพข้อความของหน้าเว็บ', 'Picture of the page’s lines'],
  its_link: ['ลิงก์ไปที่', 'its link leads to'], page_cut: ['แสดงเพียงส่วนต้นของหน้า', 'Only the first part of the page is shown'],
  office_report: ['หนังสือแจ้งหน่วยงาน', 'Letter to the office'], save: ['บันทึก', 'Save'], cancel: ['ยกเลิก', 'Cancel'], correct: ['แก้ไข', 'Correct'],
  was: ['เดิมอ่านได้ว่า', 'was read as'], final_score: ['คะแนนที่ให้', 'Final score'], no_place: ['ไม่มีตำแหน่งในเอกสาร', 'No place on a page'],
  confidence: ['ความเชื่อมั่น', 'confidence'], doubtful: ['อ่านได้ไม่มั่นใจ', 'read with doubt'], page: ['หน้า', 'page'], pages: ['หน้า', 'Pages'],
  text: ['ชั้นข้อความ', 'text layer'], ocr: ['อ่านด้วย OCR', 'read by OCR'], mixed: ['ข้อความและ OCR', 'text and OCR'], blank: ['หน้าว่าง', 'blank'],
  zoom_in: ['ขยาย', 'Zoom in'], zoom_out: ['ย่อ', 'Zoom out'], page_failed: ['แสดงหน้านี้ไม่ได้', 'This page cannot be shown'], painting: ['กำลังวาดหน้านี้…', 'The page is being painted…'],
  whole_number_wanted: ['กรุณาใส่จำนวนเต็ม', 'A whole number is wanted'], rank: ['อันดับ', 'Rank'],
  add_finding: ['เพิ่มข้อสังเกต', 'Add a finding'], draw_box: ['ลากกรอบบนหน้าเอกสาร', 'Drag a box on the page'], without_place: ['ไม่ระบุตำแหน่ง', 'Without a place'],
  own_words: ['ข้อสังเกต', 'What is amiss'], severity: ['ระดับ', 'Severity'],
  number_wanted: ['กรุณาใส่ตัวเลข 0 ถึง 100', 'A number from 0 to 100 is wanted'],
  stale_review: ['ผลตรวจเดิมที่ไม่ตรงกับการอ่านครั้งล่าสุด กรุณาตรวจอีกครั้ง', 'Earlier review that the latest reading no longer fits; look at it again'],
  // what a reviewer adds
  add_score: ['เพิ่มคะแนน', 'Add a score'], add_issue: ['เพิ่มประเด็น', 'Add an issue'], added: ['ผู้ตรวจเพิ่ม', 'added by a reviewer'], take_out: ['นำออก', 'Take out'], subject_no: ['ตัวชี้วัดที่ หรือรหัสข้อ', 'Number of the indicator, or code of the item'],
  unit: ['หน่วย', 'Unit'], points: ['คะแนน', 'points'], percent: ['ร้อยละ', 'per cent'],
  // corrections without a place
  waiting: ['การแก้ไขที่รออยู่', 'Correction that waits'], waiting_review: ['การแก้ไขที่ไม่ตรงกับการอ่านครั้งนี้แล้ว กรุณาเลือกว่าจะเก็บไว้ ใช้ หรือทิ้ง', 'Corrections that no longer fit the reading: keep, apply or discard'], waiting_kept: ['เก็บไว้ก่อน', 'Kept waiting'],
  waiting_keep: ['เก็บไว้', 'Keep'], waiting_apply: ['ใช้', 'Apply'], waiting_discard: ['ทิ้ง', 'Discard'], reads_now: ['ที่อ่านได้ตอนนี้', 'Reads now'], settle: ['ทำอย่างไร', 'What to do'], no_such_place: ['ไม่มีตำแหน่งนี้แล้ว', 'no such place'],
  // earlier versions
  earlier_version: ['ฉบับก่อน', 'Earlier version'], carried: ['ยกมาจากฉบับก่อน', 'carried over from the version before'], now: ['ในฉบับนี้', 'In this version'],
  still_there: ['ยังมี', 'still there'], not_there: ['ไม่มีแล้ว', 'no longer'], same_item: ['ไฟล์อื่นของหน่วยงานนี้ในปีและข้อเดียวกัน', 'Other files of this office for the same year and item'],
  later: ['ส่งทีหลัง', 'later'], before_this: ['ส่งก่อน', 'earlier'],
  // on paper
  printed: ['พิมพ์เมื่อ', 'Printed'],
  // help
  help: ['วิธีใช้และแป้นลัด', 'Help and keys'], how_to: ['วิธีตรวจ', 'How to review'],
  how_open: ['เปิดรายงานจากรายการ หรือกด n เพื่อไปยังข้อถัดไปที่ยังไม่ตรวจ', 'Open a report from the list, or press n for the next open finding.'],
  how_decide: ['เทียบข้อสังเกตกับหน้าเอกสาร กรอบบอกตำแหน่ง แล้วยืนยัน (c) หรือยก (d) จะใส่บันทึก (m) ด้วยก็ได้', 'Compare a finding with the page; a box shows the place. Confirm it (c) or dismiss it (d), with a note (m) if you like.'],
  how_correct: ['ถ้าอ่านผิด แก้ได้ด้วย ✎ หรือ e: หน่วยงาน ปี ข้อ ช่องและคอลัมน์ของตาราง คะแนน ข้อสังเกตและคะแนนที่แนะนำจะคิดใหม่ทันที', 'What was read wrongly is corrected with ✎ or e: office, year, item, cells and columns, scores. Findings and the suggested score are judged anew at once.'],
  how_add: ['สิ่งที่โปรแกรมไม่พบ เพิ่มเป็นข้อสังเกตเองได้ โดยลากกรอบบนหน้าเอกสาร', 'What the program missed is added as a finding of your own, with a box drawn on the page.'],
  how_finish: ['ตรวจครบแล้วให้คะแนน (s) พิมพ์หนังสือแจ้งหน่วยงาน และบันทึกว่าส่งแล้ว', 'When all is decided, give the final score (s), print the letter to the office and mark it as sent.'],
  how_undo: ['ทุกการเปลี่ยนแปลงอยู่ในประวัติการตรวจ และเลิกทำได้ (u)', 'Every change stands in the history and can be undone (u).'],
  // keys
  step: ['ข้อสังเกตถัดไป/ก่อนหน้าในรายงานนี้', 'Next or previous finding here'], turn: ['หน้าก่อน/หน้าถัดไป', 'Previous or next page'],
  zoom: ['ขยาย/ย่อหน้า', 'Zoom the page'], correct_cell: ['แก้ช่องที่เลือกอยู่', 'Correct the chosen cell'],
  // the log of changes
  when: ['เวลา', 'When'], who: ['ผู้ตรวจ', 'Who'], what: ['เรื่อง', 'What'], before: ['ค่าเดิม', 'Before'], after: ['ค่าใหม่', 'After'],
  fact: ['ข้อมูลรายงาน', 'Fact of the report'], own: ['ข้อสังเกตที่เพิ่มเอง', 'Finding added'], score_part: ['รายละเอียดของคะแนน', 'Part of a score'],
  decision: ['ข้อสังเกต', 'Finding'], cell: ['ช่องในตาราง', 'Cell'], score: ['คะแนนที่อ่าน', 'Score read'], no_history: ['ยังไม่มีการเปลี่ยนแปลง', 'Nothing was changed yet'],
};

let current = document.cookie.includes('language=en') ? 'en' : 'th';

export const language = () => current;

export function setLanguage(code) {
  current = code;
  document.cookie = `language=${code}; SameSite=Strict; Max-Age=31536000`;
}

export function t(key) {
  const pair = WORDS[key];
  return pair ? pair[current === 'th' ? 0 : 1] : key;
}

// Fills every element that names a word by data-t.
export function translate(root) {
  document.documentElement.lang = current;
  for (const node of root.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  document.getElementById('q').placeholder = t('search');
  const other = document.getElementById('lang');
  other.textContent = current === 'th' ? 'English' : 'ไทย';
  other.lang = current === 'th' ? 'en' : 'th';
}
