// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/changejson.h"

#include "core/pbs/configvalue.h"

#include <nlohmann/json.hpp>

#include <set>

namespace espalier {

namespace {

using Json = nlohmann::ordered_json;

struct ToJson
{
    static Json ofRule(const PruneRule &rule)
    {
        Json json{{"zone", rule.zoneName}};
        for (const KeepRule each : allKeepRules) {
            if (rule.keep[each])
                json[config::keepKey(each)] = *rule.keep[each];
        }
        return json;
    }

    static Json ofGroup(const char *kind, const NamespacePath &ns, const GroupId &group)
    {
        return {{"kind", kind}, {"backup-type", toString(group.type())}, {"backup-id", group.id()}, {"ns", ns.toString()}};
    }

    static void addDecisions(Json &json, ForeignEntries foreignEntries, ExistingGroup existing)
    {
        if (foreignEntries == ForeignEntries::TakeAlong)
            json["take-foreign-entries"] = true;
        if (existing != ExistingGroup::Undecided)
            json["merge"] = existing == ExistingGroup::Merge ? "same-guest" : "anyhow";
    }

    Json operator()(const CreateNamespace &change) const { return {{"kind", "create-namespace"}, {"ns", change.path.toString()}}; }

    Json operator()(const MoveGroup &change) const
    {
        Json json = ofGroup("move-group", change.from, change.group);
        json["target-ns"] = change.to.toString();
        addDecisions(json, change.foreignEntries, change.existing);
        return json;
    }

    Json operator()(const MoveNamespace &change) const
    {
        Json json{{"kind", "move-namespace"}, {"ns", change.from.toString()}, {"target-ns", change.to.toString()}};
        if (change.maxDepth)
            json["max-depth"] = *change.maxDepth;
        if (change.keepSource)
            json["keep-source"] = true;
        if (change.intoExisting)
            json["into-existing"] = true;
        addDecisions(json, change.foreignEntries, change.existing);
        return json;
    }

    Json operator()(const CopyNamespaces &change) const
    {
        return {{"kind", "copy-namespaces"}, {"ns", change.from.toString()}, {"target-ns", change.to.toString()}};
    }

    Json operator()(const DeleteNamespace &change) const
    {
        Json json{{"kind", "delete-namespace"}, {"ns", change.path.toString()}};
        if (change.onlyIfEmpty)
            json["only-if-empty"] = true;
        if (change.withGroups)
            json["with-groups"] = true;
        return json;
    }

    /// A prune's rule goes along where its zone has a name; else what it would remove is named like what somebody chose.
    Json operator()(const RemoveSnapshots &change) const
    {
        Json json = ofGroup("remove-snapshots", change.ns, change.group);
        json["backup-times"] = Json::array();
        for (const SnapshotTime &time : change.times)
            json["backup-times"].push_back(time.toString());
        if (change.rule && !change.rule->zoneName.empty())
            json["prune"] = ofRule(*change.rule);
        return json;
    }

    Json operator()(const RemoveGroup &change) const { return ofGroup("remove-group", change.ns, change.group); }

    Json operator()(const ChangeOwner &change) const
    {
        Json json = ofGroup("change-owner", change.ns, change.group);
        json["new-owner"] = change.owner.toString();
        return json;
    }

    Json operator()(const ChangeNotes &change) const
    {
        Json json = ofGroup("change-notes", change.ns, change.group);
        json["notes"] = change.notes;
        return json;
    }

    Json operator()(const ChangeProtection &change) const
    {
        Json json = ofGroup("change-protection", change.ns, change.group);
        json["backup-time"] = change.time.toString();
        json["protected"] = change.isProtected;
        return json;
    }
};

/// Reads the fields of one object; the first that is wrong makes the whole wrong.
class Reader
{
public:
    explicit Reader(const Json &json) : m_json(json) {}

    std::string text(const char *key, bool isRequired = true)
    {
        const auto at = m_json.find(key);
        if (at != m_json.end() && at->is_string())
            return at->get<std::string>();
        if (at != m_json.end() || isRequired)
            wrong(key, "a text");
        return {};
    }

    bool flag(const char *key)
    {
        const auto at = m_json.find(key);
        if (at != m_json.end() && !at->is_boolean())
            wrong(key, "true or false");
        return at != m_json.end() && at->is_boolean() && at->get<bool>();
    }

    std::optional<int> depth(const char *key)
    {
        const auto at = m_json.find(key);
        if (at == m_json.end())
            return std::nullopt;
        if (at->is_number_integer() && *at >= 0 && *at <= NamespacePath::maxDepth)
            return at->get<int>();
        wrong(key, "0…7");
        return std::nullopt;
    }

    NamespacePath ns(const char *key) { return parsed(key, NamespacePath::fromString(text(key))).value_or(NamespacePath()); }

    std::optional<GroupId> group() { return parsed("backup-id", GroupId::fromString(text("backup-type") + "/" + text("backup-id"))); }

    template<typename T>
    std::optional<T> parsed(const char *key, const Result<T> &result)
    {
        if (result)
            return *result;
        wrong(key, "a valid name");
        return std::nullopt;
    }

    ForeignEntries foreignEntries() { return flag("take-foreign-entries") ? ForeignEntries::TakeAlong : ForeignEntries::Undecided; }

    ExistingGroup existing()
    {
        const std::string merge = text("merge", false);
        if (merge == "same-guest")
            return ExistingGroup::Merge;
        if (merge == "anyhow")
            return ExistingGroup::MergeAnyhow;
        if (!merge.empty())
            wrong("merge", "same-guest or anyhow");
        return ExistingGroup::Undecided;
    }

    void wrong(const char *key, const char *expected)
    {
        if (m_error)
            return;
        const auto at = m_json.find(key);
        m_error = Error{Error::Kind::InvalidInput,
                        MessageId::UsageBadValue,
                        {key, at == m_json.end() ? std::string() : at->dump(-1, ' ', false, Json::error_handler_t::replace), expected},
                        0};
    }

    std::optional<Change> change()
    {
        const std::string kind = text("kind");
        if (kind == "create-namespace")
            return CreateNamespace{ns("ns")};
        if (kind == "delete-namespace")
            return DeleteNamespace{ns("ns"), flag("only-if-empty"), flag("with-groups")};
        if (kind == "copy-namespaces")
            return CopyNamespaces{ns("ns"), ns("target-ns")};
        if (kind == "move-namespace")
            return MoveNamespace{ns("ns"),         ns("target-ns"), depth("max-depth"), flag("keep-source"), flag("into-existing"),
                                 foreignEntries(), existing()};
        return groupChange(kind);
    }

    const std::optional<Error> &error() const { return m_error; }

private:
    /// Sorted, each once.
    std::vector<SnapshotTime> times(const char *key)
    {
        std::set<SnapshotTime> times;
        const auto at = m_json.find(key);
        if (at == m_json.end() || !at->is_array() || at->empty())
            wrong(key, "a list of times");
        for (const Json &each : at != m_json.end() && at->is_array() ? *at : Json::array()) {
            if (const auto time = parsed(key, SnapshotTime::fromString(each.is_string() ? each.get<std::string>() : std::string())))
                times.insert(*time);
        }
        return {times.begin(), times.end()};
    }

    std::shared_ptr<const PruneRule> rule(const char *key)
    {
        const auto at = m_json.find(key);
        if (at == m_json.end())
            return nullptr;
        const auto zoneName = at->is_object() ? at->find("zone") : at->end();
        const auto zone = zoneName != at->end() && zoneName->is_string() ? TimeZone::named(zoneName->get<std::string>()) : TimeZone();
        PruneRule rule{.keep = {}, .zone = zone.value_or(TimeZone()), .zoneName = {}};
        for (const KeepRule each : allKeepRules) {
            const auto count = at->is_object() ? at->find(config::keepKey(each)) : at->end();
            const bool isGiven = count != at->end();
            if (isGiven && count->is_number_unsigned() && *count > 0)
                rule.keep[each] = count->get<std::uint64_t>();
            else if (isGiven)
                wrong(key, "keep options of at least 1");
        }
        if (zoneName == at->end() || !zoneName->is_string() || !zone || rule.keep.keepsAll())
            wrong(key, "keep options and a time zone that this computer knows");
        else
            rule.zoneName = zoneName->get<std::string>();
        return std::make_shared<const PruneRule>(std::move(rule));
    }

    std::optional<Change> groupChange(const std::string &kind)
    {
        const NamespacePath where = ns("ns");
        const auto id = group();
        if (!id)
            return std::nullopt;
        if (kind == "move-group")
            return MoveGroup{where, *id, ns("target-ns"), foreignEntries(), existing()};
        if (kind == "change-notes")
            return ChangeNotes{where, *id, text("notes")};
        if (kind == "change-owner") {
            const auto owner = parsed("new-owner", AuthId::fromString(text("new-owner")));
            return owner ? std::optional<Change>(ChangeOwner{where, *id, *owner}) : std::nullopt;
        }
        if (kind == "change-protection") {
            const auto time = parsed("backup-time", SnapshotTime::fromString(text("backup-time")));
            return time ? std::optional<Change>(ChangeProtection{where, *id, *time, flag("protected")}) : std::nullopt;
        }
        if (kind == "remove-snapshots")
            return RemoveSnapshots{where, *id, times("backup-times"), rule("prune")};
        if (kind == "remove-group")
            return RemoveGroup{where, *id};
        wrong("kind", "a kind of change");
        return std::nullopt;
    }

    const Json &m_json;
    std::optional<Error> m_error;
};

} // namespace

Json changeToJson(const Change &change)
{
    return std::visit(ToJson{}, change);
}

Result<Change> changeFromJson(const Json &json)
{
    if (!json.is_object())
        return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "change",
                    json.dump(-1, ' ', false, Json::error_handler_t::replace), "an object");
    Reader reader(json);
    std::optional<Change> change = reader.change();
    if (reader.error() || !change)
        return std::unexpected(reader.error().value_or(Error()));
    return *change;
}

} // namespace espalier
