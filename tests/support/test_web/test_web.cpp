#include "tests/support/test_web/test_web.hpp"

#include <httplib.h>

#include <cctype>
#include <chrono>
#include <stdexcept>

namespace prongsai::testing {
namespace {

std::string small(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::string host_of(const httplib::Request& request) {
  std::string host = small(request.get_header_value("Host"));
  return host.substr(0, host.rfind(':'));
}

}  // namespace

TestWeb::TestWeb() = default;

TestWeb::~TestWeb() {
  if (server_) server_->stop();
  if (thread_.joinable()) thread_.join();
}

void TestWeb::tell(const std::string& host, const std::string& target, WebAnswer answer) {
  tell(host, target, [answer = std::move(answer)](const WebQuestion&) { return answer; });
}

void TestWeb::tell(const std::string& host, const std::string& target, Answer answer) {
  sites_[host][target] = std::move(answer);
}

void TestWeb::listen(const std::string& address, const std::string& certificate, const std::string& key) {
  server_ = certificate.empty() ? std::make_unique<httplib::Server>()
                                : std::make_unique<httplib::SSLServer>(certificate.c_str(), key.c_str());
  server_->new_task_queue = [] { return new httplib::ThreadPool(16); };
  server_->set_tcp_nodelay(true);
  server_->set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    WebQuestion question{host_of(request), request.target, {}, 0};
    for (const auto& [name, value] : request.headers) question.headers.emplace(small(name), value);
    {
      const std::lock_guard lock(mutex_);
      question.times = ++counts_[{question.host, question.target}];
      questions_.push_back(question);
    }
    const auto site = sites_.find(question.host);
    if (site == sites_.end()) {
      response.status = 404;
      return httplib::Server::HandlerResponse::Handled;
    }
    auto found = site->second.find(question.target);
    if (found == site->second.end()) found = site->second.find("");
    const WebAnswer answer =
        found == site->second.end() ? WebAnswer{404, "text/html", "no such page"} : found->second(question);
    std::this_thread::sleep_for(std::chrono::milliseconds(answer.wait_ms));
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers) response.set_header(name, with_port(value));
    const bool is_page = answer.type.starts_with("text/html") || answer.type.ends_with("xml");
    if (!answer.body.empty()) response.set_content(is_page ? with_port(answer.body) : answer.body, answer.type);
    return httplib::Server::HandlerResponse::Handled;
  });
  port_ = server_->bind_to_any_port(address.c_str());
  if (port_ <= 0) throw std::runtime_error("no port to listen on at " + address);
  thread_ = std::thread([this] { server_->listen_after_bind(); });
  while (!server_->is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

std::string TestWeb::with_port(std::string text) const {
  for (std::size_t at = 0; (at = text.find(":PORT", at)) != std::string::npos;) {
    text.replace(at, 5, ":" + std::to_string(port_));
  }
  return text;
}

std::string TestWeb::url(const std::string& host, const std::string& target) const {
  return "http://" + host + ":" + std::to_string(port_) + target;
}

std::vector<std::string> TestWeb::resolve() const {
  std::vector<std::string> entries;
  for (const auto& [host, pages] : sites_) entries.push_back(host + ":" + std::to_string(port_) + ":127.0.0.1");
  return entries;
}

int TestWeb::asked(const std::string& host, const std::string& target) const {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find({host, target});
  return found == counts_.end() ? 0 : found->second;
}

int TestWeb::asked_in_all() const {
  const std::lock_guard lock(mutex_);
  return static_cast<int>(questions_.size());
}

std::vector<WebQuestion> TestWeb::questions() const {
  const std::lock_guard lock(mutex_);
  return questions_;
}

std::string small_pdf(const std::string& words) {
  const std::string text = "BT /F1 12 Tf 72 720 Td (" + words + ") Tj ET";
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  const auto object = [&](const std::string& body) {
    places.push_back(pdf.size());
    pdf += std::to_string(places.size()) + " 0 obj\n" + body + "\nendobj\n";
  };
  object("<</Type/Catalog/Pages 2 0 R>>");
  object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
  object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>");
  object("<</Length " + std::to_string(text.size()) + ">>\nstream\n" + text + "\nendstream");
  object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  const std::size_t xref = pdf.size();
  pdf += "xref\n0 6\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    std::string number = std::to_string(place);
    pdf += std::string(10 - number.size(), '0') + number + " 00000 n \n";
  }
  return pdf + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n" + std::to_string(xref) + "\n%%EOF\n";
}

WebAnswer pdf_answer(const std::string& words) {
  return {200, "application/pdf", small_pdf(words)};
}

WebAnswer page_answer(const std::string& title, const std::string& body) {
  return {200, "text/html; charset=utf-8",
          "<!doctype html><html><head><title>" + title + "</title></head><body>" + body + "</body></html>"};
}

WebAnswer redirect_answer(const std::string& location) {
  return {302, "text/html", "moved", {{"Location", location}}};
}

}  // namespace prongsai::testing
