#include "tests/support/test_web/offices.hpp"

#include <zlib.h>

namespace prongsai::testing {
namespace {

std::string link(const std::string& href, const std::string& words) {
  return "<a href=\"" + href + "\">" + words + "</a> ";
}

// A site's usual pages: enough of them that a walk has seen something.
std::string menu() {
  return "<nav>" + link("/", "หน้าแรก") + link("/about", "เกี่ยวกับเรา") + link("/news", "ข่าว") + link("/contact", "ติดต่อ") +
         "</nav>";
}

void tell_usual(TestWeb& web, const std::string& host, const std::string& on_home) {
  web.tell(host, "/", page_answer("สำนักงานศึกษาธิการจังหวัด " + host, menu() + on_home));
  web.tell(host, "/about", page_answer("เกี่ยวกับเรา", menu() + "<p>ประวัติ</p>"));
  web.tell(host, "/news", page_answer("ข่าว", menu() + "<p>ไม่มีข่าว</p>"));
  web.tell(host, "/contact", page_answer("ติดต่อ", menu() + "<p>โทร</p>"));
}

const std::string kItaWords = "การเปิดเผยข้อมูลสาธารณะ (OIT)";

void tell_ita_page(TestWeb& web, const std::string& host, const std::string& links) {
  tell_usual(web, host, link("/ita", kItaWords));
  web.tell(host, "/ita", page_answer("OIT ปี 2567", menu() + "<ul>" + links + "</ul>"));
}

std::string gzip_of_zeros(std::size_t bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
  std::string zeros(1 << 20, '\0');
  std::string out(bytes / 500 + 100000, '\0');
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  for (std::size_t done = 0; done < bytes; done += zeros.size()) {
    stream.next_in = reinterpret_cast<Bytef*>(zeros.data());
    stream.avail_in = static_cast<uInt>(zeros.size());
    deflate(&stream, done + zeros.size() >= bytes ? Z_FINISH : Z_NO_FLUSH);
  }
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// A ZIP file with one stored file.
std::string zip_with(const std::string& name, const std::string& bytes) {
  const auto number = [](std::size_t value, int size) {
    std::string out;
    for (int i = 0; i < size; ++i) out += static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU);
    return out;
  };
  const auto crc = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
  const std::string facts = number(0, 2) + number(0, 4) + number(crc, 4) + number(bytes.size(), 4) +
                            number(bytes.size(), 4) + number(name.size(), 2) + number(0, 2);
  const std::string local = "PK\x03\x04" + number(20, 2) + number(0, 2) + facts + name + bytes;
  const std::string central = "PK\x01\x02" + number(20, 2) + number(20, 2) + number(0, 2) + facts + number(0, 2) +
                              number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4) + name;
  return local + central + "PK\x05\x06" + number(0, 4) + number(1, 2) + number(1, 2) + number(central.size(), 4) +
         number(local.size(), 4) + number(0, 2);
}

const std::string kWay = kItaWords + " › O34";

// Sites where all is well, of different makes.
void tell_good(TestWeb& web, std::vector<WebOffice>& offices) {
  tell_ita_page(web, "www.tharnthip.example", "<li>" + link("/ita/o34.pdf", "O34"));
  web.tell("www.tharnthip.example", "/ita/o34.pdf", pdf_answer("tharnthip"));
  offices.push_back({"www.tharnthip.example", "/ita/o34.pdf", "document", "main_site", kWay});

  tell_ita_page(web, "www.nongsai.example", "<li>" + link("/ita/list", "O33–O35"));
  web.tell(
      "www.nongsai.example", "/ita/list",
      page_answer("ข้อมูล OIT", link("o33.pdf", "O33 แผน") + link("a-b.pdf", "ข้อ O34 มาตรการ") + link("o35.pdf", "O35")));
  web.tell("www.nongsai.example", "/ita/a-b.pdf", pdf_answer("nongsai"));
  offices.push_back({"www.nongsai.example", "/ita/list", "document", "main_site", kItaWords + " › O33–O35"});

  // TIS-620 in page and addresses, as old servers have them.
  web.tell(
      "www.bangrak.example", "/",
      {200, "text/html",
       "<title>\xCA\xD3\xB9\xD1\xA1\xA7\xD2\xB9</title>" + link("/\xC3\xD2\xC2.php", "\xA2\xE9\xCD\xC1\xD9\xC5 ITA")});
  web.tell("www.bangrak.example", "/%E0%B8%A3%E0%B8%B2%E0%B8%A2.php",
           page_answer("ITA", link("/%C3%D2%C234.pdf", "O34")));
  web.tell("www.bangrak.example", "/%C3%D2%C234.pdf", pdf_answer("bangrak"));
  offices.push_back({"www.bangrak.example", "/%C3%D2%C234.pdf", "document", "main_site", "ข้อมูล ITA › O34"});

  // ASP.NET: links in scripts.
  tell_usual(web, "www.chaiyo.example", "<a href='#' onclick=\"location.href='Default.aspx?menu=ita'\">ITA</a>");
  web.tell("www.chaiyo.example", "/Default.aspx?menu=ita",
           page_answer("ITA", "<a href=\"javascript:window.open('GetFile.ashx?id=34','x')\">O34</a>"));
  web.tell("www.chaiyo.example", "/GetFile.ashx?id=34", pdf_answer("chaiyo"));
  offices.push_back({"www.chaiyo.example", "/GetFile.ashx?id=34", "document", "main_site", "ITA › O34"});

  tell_ita_page(web, "www.lamphan.example", "<li>" + link("/ita/o34.zip", "O34"));
  web.tell("www.lamphan.example", "/ita/o34.zip", {200, "application/zip", zip_with("o34.pdf", small_pdf("lamphan"))});
  offices.push_back({"www.lamphan.example", "/ita/o34.zip", "document", "main_site", kWay});

  // Busy at first, and says for how long.
  tell_ita_page(web, "www.samrong.example", "<li>" + link("/ita/o34.pdf", "O34"));
  web.tell("www.samrong.example", "/ita/o34.pdf", [](const WebQuestion& question) {
    return question.times == 1 ? WebAnswer{429, "text/html", "busy", {{"Retry-After", "0"}}} : pdf_answer("samrong");
  });
  offices.push_back({"www.samrong.example", "/ita/o34.pdf", "document", "main_site", kWay});
}

// Sites as common programs make them.
void tell_made(TestWeb& web, std::vector<WebOffice>& offices) {
  // WordPress: a page by number, its file shown and linked.
  const std::string file = "http://www.khaokhiao.example:PORT/wp-content/uploads/2024/04/plan.pdf";
  tell_usual(web, "www.khaokhiao.example", link("/?page_id=34", "OIT"));
  web.tell(
      "www.khaokhiao.example", "/?page_id=34",
      page_answer("O34 – ศธจ.", "<div class='wp-block-file'><object data='" + file + "'></object>" +
                                    link(file, "O34 มาตรการ") + "<a download href='" + file + "'>ดาวน์โหลด</a></div>"));
  web.tell("www.khaokhiao.example", "/wp-content/uploads/2024/04/plan.pdf", pdf_answer("khaokhiao"));
  offices.push_back({"www.khaokhiao.example", "/?page_id=34", "document", "main_site", "OIT"});

  // A site builder: the page is there, the file is shown out of a drive.
  tell_ita_page(web, "www.maesuai.example", "<li>" + link("/view/o34", "O34"));
  web.tell("www.maesuai.example", "/view/o34",
           page_answer("O34", "<iframe title='O34' src='https://drive.google.com/file/d/1a2b/preview'></iframe>"));
  offices.push_back({"www.maesuai.example", "/view/o34", "elsewhere", "main_site", kWay});

  // More pages than are looked at, the item's the last of them: the site's own list names it.
  std::string rooms;
  for (const char first : std::string("abcdefgh")) {
    for (const char second : std::string("klmnopqr")) rooms += link(std::string("/") + first + second, "ห้อง");
  }
  web.tell("www.banlai.example", "/", page_answer("สำนักงาน", rooms + link("/zz", "ห้อง")));
  web.tell("www.banlai.example", "/sitemap.xml",
           {200, "application/xml", "<urlset><url><loc>http://www.banlai.example:PORT/zz</loc></url></urlset>"});
  web.tell("www.banlai.example", "/zz", page_answer("ห้อง", link("/o34.pdf", "O34")));
  web.tell("www.banlai.example", "/o34.pdf", pdf_answer("banlai"));
  web.tell("www.banlai.example", "/robots.txt", {200, "text/plain", ""});
  web.tell("www.banlai.example", "", page_answer("ห้อง", "<p>ว่าง</p>"));
  offices.push_back({"www.banlai.example", "/o34.pdf", "document", "main_site", "ห้อง › O34"});
}

// Work groups' pages, other hosts, nothing that leads there.
void tell_misplaced(TestWeb& web, std::vector<WebOffice>& offices) {
  tell_usual(web, "www.bueangkham.example", link("/group-admin/", "กลุ่มอำนวยการ"));
  web.tell("www.bueangkham.example", "/group-admin/", page_answer("งานของเรา", link("/files/o34.pdf", "O34")));
  web.tell("www.bueangkham.example", "/files/o34.pdf", pdf_answer("bueangkham"));
  offices.push_back({"www.bueangkham.example", "/files/o34.pdf", "document", "group_page", "กลุ่มอำนวยการ › O34"});

  tell_usual(web, "www.phukhao.example", link("/page/12", "งานภายใน"));
  web.tell("www.phukhao.example", "/page/12",
           page_answer("ข้อมูล", "<div class='breadcrumb'>หน้าแรก › กลุ่มนโยบายและแผน</div>" + link("/ita/o34.pdf", "O34")));
  web.tell("www.phukhao.example", "/ita/o34.pdf", pdf_answer("phukhao"));
  offices.push_back({"www.phukhao.example", "/ita/o34.pdf", "document", "group_page", "งานภายใน › O34"});

  // The same file is on the group's page and on the main site: nothing is wrong with that.
  tell_ita_page(web, "www.thungyai.example", "<li>" + link("/group-plan/o34.pdf", "O34"));
  web.tell("www.thungyai.example", "/about", page_answer("เกี่ยวกับ", menu() + link("/group-plan/", "กลุ่มแผน")));
  web.tell("www.thungyai.example", "/group-plan/", page_answer("กลุ่มแผน", link("/group-plan/o34.pdf", "O34")));
  web.tell("www.thungyai.example", "/group-plan/o34.pdf", pdf_answer("thungyai"));
  offices.push_back({"www.thungyai.example", "/group-plan/o34.pdf", "document", "main_site", kWay});

  tell_usual(web, "www.wangyen.example", link("http://hr.wangyen.example:PORT/o34", "O34"));
  web.tell("hr.wangyen.example", "/o34", page_answer("O34", link("/o34.pdf", "O34 มาตรการ")));
  web.tell("hr.wangyen.example", "/o34.pdf", pdf_answer("wangyen"));
  offices.push_back({"www.wangyen.example", "http://hr.wangyen.example:PORT/o34", "document", "group_page", "O34"});

  tell_usual(web, "www.saithong.example", "");
  web.tell("www.saithong.example", "/hidden/o34.pdf", pdf_answer("saithong"));
  offices.push_back({"www.saithong.example", "/hidden/o34.pdf", "document", "not_found"});

  tell_ita_page(web, "www.kaengluang.example", "<li>" + link("https://drive.google.com/file/d/1a2b/view", "O34"));
  offices.push_back(
      {"www.kaengluang.example", "https://drive.google.com/file/d/1a2b/view", "elsewhere", "other_host", kWay});

  tell_ita_page(web, "www.thamor.example", "<li>" + link("/go/o34", "O34"));
  web.tell("www.thamor.example", "/go/o34", redirect_answer("http://www.tharnthip.example:PORT/ita/o34.pdf"));
  offices.push_back({"www.thamor.example", "/go/o34", "document", "other_host", kWay});

  // The office has moved: its old name leads to the new one.
  web.tell("www.moved.example", "/", redirect_answer("http://www.newhome.example:PORT/"));
  tell_ita_page(web, "www.newhome.example", "<li>" + link("/ita/o34.pdf", "O34"));
  web.tell("www.newhome.example", "/ita/o34.pdf", pdf_answer("newhome"));
  offices.push_back(
      {"www.moved.example", "http://www.newhome.example:PORT/ita/o34.pdf", "document", "main_site", kWay});
}

// Nothing there, or not for everyone.
void tell_missing(TestWeb& web, std::vector<WebOffice>& offices) {
  tell_ita_page(web, "www.khlongmai.example", "<li>" + link("/ita/o34.pdf", "O34"));
  offices.push_back({"www.khlongmai.example", "/ita/o34.pdf", "dead_link", "unknown", kWay});

  tell_ita_page(web, "www.banmai.example", "<li>" + link("/ita/o34.pdf", "O34"));
  web.tell("www.banmai.example", "/ita/o34.pdf", redirect_answer("/login.php?to=o34"));
  web.tell("www.banmai.example", "/login.php?to=o34",
           page_answer("เข้าสู่ระบบ", "<form><input name=u><input type=password name=p></form>"));
  offices.push_back({"www.banmai.example", "/ita/o34.pdf", "login_required", "unknown", kWay});

  tell_ita_page(web, "www.naphu.example", "<li>" + link("/ita/o34.jpg", "O34"));
  web.tell("www.naphu.example", "/ita/o34.jpg", {200, "image/jpeg", "\xFF\xD8\xFF\xE0 picture"});
  offices.push_back({"www.naphu.example", "/ita/o34.jpg", "not_a_document", "main_site", kWay});

  tell_ita_page(web, "www.pasang.example", "<li>" + link("/ita/o34", "O34"));
  web.tell("www.pasang.example", "/ita/o34",
           page_answer("O34", menu() + "<p>อยู่ระหว่าง</p><p>ดำเนินการ</p><p>โปรด</p><p>รอ</p><p>สักครู่</p>"));
  offices.push_back({"www.pasang.example", "/ita/o34", "not_a_document", "main_site", kWay});
}

// What says nothing of the office.
void tell_unanswered(TestWeb& web, std::vector<WebOffice>& offices) {
  tell_ita_page(web, "www.thungsawang.example", "<li>" + link("/ita/o34.pdf", "O34"));
  web.tell("www.thungsawang.example", "/ita/o34.pdf", {503, "text/html", "busy"});
  offices.push_back({"www.thungsawang.example", "/ita/o34.pdf", "not_checked", "unknown", kWay});

  web.tell("www.doisung.example", "/", {503, "text/html", "down"});
  web.tell("www.doisung.example", "/robots.txt", {503, "text/html", "down"});
  offices.push_back({"www.doisung.example", "/ita/o34.pdf", "not_checked", "unknown"});

  tell_ita_page(web, "www.saensuk.example", "<li>" + link("/a", "O34"));
  web.tell("www.saensuk.example", "/a", redirect_answer("/b"));
  web.tell("www.saensuk.example", "/b", redirect_answer("/a"));
  offices.push_back({"www.saensuk.example", "/a", "not_checked", "unknown", kWay});

  tell_ita_page(web, "www.huaikaeo.example", "<li>" + link("/private/o34.pdf", "O34"));
  web.tell("www.huaikaeo.example", "/robots.txt", {200, "text/plain", "User-agent: *\nDisallow: /private/\n"});
  web.tell("www.huaikaeo.example", "/private/o34.pdf", pdf_answer("huaikaeo"));
  offices.push_back({"www.huaikaeo.example", "/private/o34.pdf", "not_checked", "unknown", kWay});

  tell_ita_page(web, "www.bomb.example", "<li>" + link("/ita/o34.pdf", "O34"));
  web.tell("www.bomb.example", "/ita/o34.pdf",
           {200, "application/pdf", gzip_of_zeros(64U << 20U), {{"Content-Encoding", "gzip"}}});
  offices.push_back({"www.bomb.example", "/ita/o34.pdf", "not_checked", "unknown", kWay});

  tell_ita_page(web, "www.inward.example", "<li>" + link("/ita/o34.pdf", "O34"));
  web.tell("www.inward.example", "/ita/o34.pdf", redirect_answer("http://127.0.0.2:PORT/secret"));
  offices.push_back({"www.inward.example", "/ita/o34.pdf", "not_checked", "unknown", kWay});

  // A page that scripts make: nothing can be said of what a person would see.
  web.tell("www.scripted.example", "/", page_answer("สำนักงาน", "<div id=root></div><script>render()</script>"));
  web.tell("www.scripted.example", "/ita/o34", page_answer("O34", "<div id=root></div><script>render()</script>"));
  offices.push_back({"www.scripted.example", "/ita/o34", "not_checked", "unknown"});

  // Days without end, and no way to the item: the walk stops, and says nothing.
  tell_usual(web, "www.endless.example", link("/calendar?day=1", "ปฏิทิน"));
  web.tell("www.endless.example", "/robots.txt", {200, "text/plain", ""});
  web.tell("www.endless.example", "", [](const WebQuestion& question) {
    const std::string days = "/calendar?day=";
    if (!question.target.starts_with(days)) return WebAnswer{404, "text/html", "no such page"};
    const int day = std::atoi(question.target.substr(days.size()).c_str());
    return page_answer("ปฏิทิน", link(days + std::to_string(day + 1), "ถัดไป") +
                                   link(days + std::to_string(day * 2 + 7), "ปีหน้า") + menu());
  });
  web.tell("www.endless.example", "/hidden/o34.pdf", pdf_answer("endless"));
  offices.push_back({"www.endless.example", "/hidden/o34.pdf", "document", "unknown"});
}

}  // namespace

std::vector<WebOffice> tell_offices(TestWeb& web) {
  std::vector<WebOffice> offices;
  tell_good(web, offices);
  tell_made(web, offices);
  tell_misplaced(web, offices);
  tell_missing(web, offices);
  tell_unanswered(web, offices);
  return offices;
}

std::string published_url(const TestWeb& web, const WebOffice& office) {
  return office.item.starts_with("/") ? web.url(office.host, office.item) : web.with_port(office.item);
}

std::string main_site(const TestWeb& web, const WebOffice& office) {
  return web.url(office.host);
}

}  // namespace prongsai::testing
