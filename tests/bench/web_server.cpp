// A web of many offices on this machine, for the bench of `collect`: each host answers with a main site, a list and
// documents made from the address alone. Writes the list of items to the file named, then serves until it is ended;
// on SIGTERM it prints how many requests there were, how many addresses, and how many were asked more than once.
//
// usage: web_server OFFICES ITEMS MANIFEST
#include <httplib.h>
#include <signal.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

#include "tests/support/test_web/test_web.hpp"

namespace {

using prongsai::testing::page_answer;
using prongsai::testing::pdf_answer;
using prongsai::testing::WebAnswer;

std::string host_of_office(int office) {
  return "www.office" + std::to_string(office) + ".example";
}

std::string document_path(int item) {
  return "/ita/o" + std::to_string(item) + ".pdf";
}

std::string list_page(int items) {
  std::string links;
  for (int item = 1; item <= items; ++item) {
    links += "<li><a href='" + document_path(item) + "'>O" + std::to_string(item) + "</a>";
  }
  return links;
}

WebAnswer answer_to(const std::string& host, const std::string& path, int items) {
  if (path == "/") return page_answer(host, "<a href='/ita'>การเปิดเผยข้อมูลสาธารณะ</a><a href='/about'>เกี่ยวกับ</a>");
  if (path == "/ita") return page_answer("OIT", list_page(items));
  if (path.starts_with("/ita/o")) return pdf_answer(host + path);
  return {404, "text/html", "no such page"};
}

void write_manifest(const std::string& file, int offices, int items, int port) {
  std::ofstream out(file);
  out << "agency,fiscal_year,item_code,main_site,published_url\n";
  for (int office = 0; office < offices; ++office) {
    const std::string site = "http://" + host_of_office(office) + ":" + std::to_string(port);
    for (int item = 1; item <= items; ++item) {
      out << "สำนักงานที่ " << office << ",2567,O" << item << ',' << site << "/," << site << document_path(item) << '\n';
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const int offices = std::atoi(argv[1]);
  const int items = std::atoi(argv[2]);
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  std::mutex mutex;
  std::map<std::string, int> asked;
  httplib::Server server;
  server.set_keep_alive_max_count(1'000'000);
  server.set_tcp_nodelay(true);
  server.new_task_queue = [] { return new httplib::ThreadPool(64); };
  server.set_pre_routing_handler([&](const httplib::Request& request, httplib::Response& response) {
    const std::string host = request.get_header_value("Host");
    {
      const std::lock_guard lock(mutex);
      ++asked[host + request.target];
    }
    const WebAnswer answer = answer_to(host.substr(0, host.rfind(':')), request.target, items);
    response.status = answer.status;
    response.set_content(answer.body, answer.type);
    return httplib::Server::HandlerResponse::Handled;
  });
  const int port = server.bind_to_any_port("127.0.0.1");
  write_manifest(argv[3], offices, items, port);
  std::thread serving([&] { server.listen_after_bind(); });
  std::cout << port << std::endl;
  int signal_number = 0;
  sigwait(&ends, &signal_number);
  server.stop();
  serving.join();
  long long requests = 0;
  long long twice = 0;
  for (const auto& [what, times] : asked) {
    requests += times;
    twice += times - 1;
  }
  std::cout << requests << ' ' << asked.size() << ' ' << twice << std::endl;
  return 0;
}
