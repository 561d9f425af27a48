#include "pipeline/workers/messages/wire.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "pipeline/stages/files/attached_path.hpp"
#include "pipeline/store/records/json_archive.hpp"
#include "pipeline/store/records/record_lists.hpp"
#include "pipeline/workers/messages/cbor.hpp"

namespace prongsai::workers {

namespace {

using nlohmann::json;
using store::json_of;
using store::JsonReader;
using store::JsonWriter;
using store::read_json;

void read_record(const json& object, Record& record) {
  read_json(object.at("facts"), record);
  store::each_list(record, [&](const char* name, auto& models) { read_json(object.at(name), models); });
}

void read_judgement(const json& object, Judgement& judgement) {
  JsonReader reader(object);
  reader.field("suggested_score", judgement.suggested_score);
  reader.field("score_reason", judgement.score_reason);
  reader.field("score_reason_en", judgement.score_reason_en);
  const json& findings = object.at("findings");
  read_json(findings, judgement.findings);
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i].at("values").get_to(judgement.findings[i].values);
}

template <typename Archive, typename Model>
void describe_manifest(Archive& archive, Model& row) {
  archive.field("file", row.file);
  store::describe_claims(archive, row);
  archive.field("publication", row.publication);
  archive.field("manifest", row.manifest);
  archive.field("line", row.line);
}

template <typename Archive, typename Model>
void describe_file(Archive& archive, Model& submission) {
  archive.field("source_path", submission.source_path);
  archive.field("canonical_path", submission.canonical_path);
  archive.field("sha256", submission.sha256);
  archive.field("file_size", submission.file_size);
  archive.field("attached_at", submission.attached_at);
}

json to_json(const Submission& submission) {
  JsonWriter writer;
  describe_file(writer, submission);
  json object = writer.take();
  if (submission.manifest) {
    JsonWriter row;
    describe_manifest(row, *submission.manifest);
    object["manifest"] = row.take();
  }
  return object;
}

void read_submission(const json& object, Submission& submission) {
  JsonReader reader(object);
  describe_file(reader, submission);
  if (object.contains("manifest")) {
    JsonReader row(object.at("manifest"));
    describe_manifest(row, submission.manifest.emplace());
  }
}

template <typename Archive, typename Model>
void describe_reply(Archive& archive, Model& reply) {
  archive.field("page_no", reply.page_no);
  archive.field("page_count", reply.page_count);
  archive.field("step", reply.step);
  archive.field("scanned_pages", reply.scanned_pages);
  archive.field("sha256", reply.sha256);
  archive.field("seconds", reply.seconds);
  archive.field("peak_kib", reply.peak_kib);
  archive.field("engine_version", reply.engine_version);
  archive.field("notice", reply.notice);
  archive.field("message", reply.message);
}

json to_json(const Omissions& omit) {
  return {omit.unpainted,       omit.unread,      omit.unpainted_from, omit.unread_from, json(omit.why),
          omit.ends_for_memory, json(omit.steps), omit.all_checks,     omit.each_check};
}

void from_json(const json& list, Omissions& omit) {
  list.at(0).get_to(omit.unpainted);
  list.at(1).get_to(omit.unread);
  list.at(2).get_to(omit.unpainted_from);
  list.at(3).get_to(omit.unread_from);
  list.at(4).get_to(omit.why);
  list.at(5).get_to(omit.ends_for_memory);
  list.at(6).get_to(omit.steps);
  list.at(7).get_to(omit.all_checks);
  list.at(8).get_to(omit.each_check);
}

template <typename Kind>
Kind kind_of(const json& message, Kind last) {
  const int kind = message.at("kind").get<int>();
  if (kind < 0 || kind > static_cast<int>(last)) throw std::runtime_error("an unknown kind of message");
  return static_cast<Kind>(kind);
}

// Any fault of a message is one kind of error.
template <typename Read>
auto checked(std::string_view bytes, const Read& read) {
  try {
    return read(from_cbor(bytes));
  } catch (const json::exception& error) {
    throw std::runtime_error(std::string("a message between processes is damaged: ") + error.what());
  }
}

json to_json(const Record& record) {
  json object = {{"facts", json_of(record)}};
  store::each_list(record, [&](const char* name, const auto& models) { object[name] = json_of(models); });
  return object;
}

json to_json(const Judgement& judgement) {
  JsonWriter writer;
  writer.field("suggested_score", judgement.suggested_score);
  writer.field("score_reason", judgement.score_reason);
  writer.field("score_reason_en", judgement.score_reason_en);
  json object = writer.take();
  object["findings"] = json_of(judgement.findings);
  for (std::size_t i = 0; i < judgement.findings.size(); ++i) {
    object["findings"][i]["values"] = judgement.findings[i].values;
  }
  return object;
}

}  // namespace

std::string file_to_open(const Job& job) {
  return job.kind == Job::Kind::judge ? "" : stages::file_of(job.submission);
}

std::string encode(const Job& job) {
  json message = {
      {"kind", static_cast<int>(job.kind)}, {"submission", to_json(job.submission)}, {"omit", to_json(job.omit)}};
  if (job.kind == Job::Kind::judge) message["record"] = to_json(job.record);
  return to_cbor(message);
}

std::string encode(const Reply& reply) {
  JsonWriter writer;
  describe_reply(writer, reply);
  json message = writer.take();
  message["kind"] = static_cast<int>(reply.kind);
  if (reply.kind == Reply::Kind::done) {
    message["record"] = to_json(reply.record);
    message["judgement"] = to_json(reply.judgement);
  }
  return to_cbor(message);
}

Job decode_job(std::string_view bytes) {
  return checked(bytes, [](const json& message) {
    Job job;
    job.kind = kind_of<Job::Kind>(message, Job::Kind::measure);
    read_submission(message.at("submission"), job.submission);
    from_json(message.at("omit"), job.omit);
    if (job.kind == Job::Kind::judge) read_record(message.at("record"), job.record);
    return job;
  });
}

Reply decode_reply(std::string_view bytes) {
  return checked(bytes, [](const json& message) {
    Reply reply;
    reply.kind = kind_of<Reply::Kind>(message, Reply::Kind::step);
    JsonReader reader(message);
    describe_reply(reader, reply);
    if (reply.kind == Reply::Kind::done) {
      read_record(message.at("record"), reply.record);
      read_judgement(message.at("judgement"), reply.judgement);
    }
    return reply;
  });
}

}  // namespace prongsai::workers
