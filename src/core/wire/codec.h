// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/errorjson.h"
#include "core/pbs/utf8.h"
#include "core/wire/treecoding.h"

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <typeindex>
#include <utility>
#include <variant>
#include <vector>

/// Values to JSON and back, from one description of each type: Fields<T>. What is read may come from anybody.
namespace espalier::wire {

using Json = nlohmann::json;

/// Describes a struct: `static void visit(auto &value, auto &&field)` calls field("name", value.member) for each member. What cannot be
/// made without values has `static T blank()` besides.
template<typename T>
struct Fields;

/// Types that travel as text: write() and read(), which fails with the type's own error.
template<typename T>
struct TextForm;

/// Types that travel as another one: `Type`, write() and read(), which may fail.
template<typename T>
struct Substitute;

/// The last value of an enumeration that begins with 0 and leaves none out.
template<typename E>
inline constexpr auto lastOf = nullptr;

template<typename T>
concept Described = requires { sizeof(Fields<T>); };
template<typename T>
concept Textual = requires { sizeof(TextForm<T>); };
template<typename T>
concept Substituted = requires { sizeof(Substitute<T>); };

template<typename T>
inline constexpr bool isPair = false;
template<typename A, typename B>
inline constexpr bool isPair<std::pair<A, B>> = true;

/// A value to be read into.
template<typename T>
T blank()
{
    if constexpr (isPair<T>)
        return {blank<typename T::first_type>(), blank<typename T::second_type>()};
    else if constexpr (std::default_initializable<T>)
        return T();
    else if constexpr (Textual<T>)
        return TextForm<T>::blank();
    else
        return Fields<T>::blank();
}

/// A value as it travels: the text of a message, and the bytes that belong to it.
struct Encoded
{
    std::string text;
    std::string data;
};

class Writer
{
public:
    /// @p what: the request's name; empty elsewhere.
    template<typename T>
    static Encoded encoded(const T &value, std::string_view what = {})
    {
        Writer writer;
        Json json;
        if (!what.empty())
            json["do"] = what;
        json["value"] = writer.write(value);
        if (!writer.m_shared.empty())
            json["shared"] = std::move(writer.m_shared);
        return {json.dump(-1, ' ', false, Json::error_handler_t::replace), std::move(writer.m_data)};
    }

private:
    Json write(bool value) { return value; }
    template<std::integral T>
    Json write(T value)
    {
        return value;
    }
    template<typename E>
        requires std::is_enum_v<E>
    Json write(E value)
    {
        static_assert(std::same_as<decltype(lastOf<E>), const E>, "what its last value is must be told");
        return std::to_underlying(value);
    }
    /// Any bytes; as text where they are text.
    Json write(const std::string &value) { return isUtf8(value) ? Json(value) : Json{{"data", attach(value)}}; }
    Json write(const Error &value) { return errorToJson(value); }
    Json write(const Tree &value) { return attach(wire::encoded(value)); }
    template<Textual T>
    Json write(const T &value)
    {
        return TextForm<T>::write(value);
    }
    template<Described T>
    Json write(const T &value)
    {
        Json json = Json::object();
        Fields<T>::visit(value, [&](const char *name, const auto &member) { json[name] = write(member); });
        return json;
    }
    template<Substituted T>
    Json write(const T &value)
    {
        return write(Substitute<T>::write(value));
    }
    template<typename T>
    Json write(const std::optional<T> &value)
    {
        return value ? Json::array({write(*value)}) : Json();
    }
    template<typename T>
    Json write(const Result<T> &value)
    {
        return value ? Json{{"value", write(*value)}} : Json{{"error", write(value.error())}};
    }
    template<typename... Ts>
    Json write(const std::variant<Ts...> &value)
    {
        return Json::array({value.index(), std::visit([this](const auto &each) { return write(each); }, value)});
    }
    template<typename A, typename B>
    Json write(const std::pair<A, B> &value)
    {
        return Json::array({write(value.first), write(value.second)});
    }
    template<typename T>
    Json list(const T &values)
    {
        Json json = Json::array();
        for (const auto &value : values)
            json.push_back(write(value));
        return json;
    }
    template<typename T>
    Json write(const std::vector<T> &values)
    {
        return list(values);
    }
    template<typename T>
    Json write(const std::set<T> &values)
    {
        return list(values);
    }
    template<typename K, typename V>
    Json write(const std::map<K, V> &values)
    {
        return list(values);
    }
    /// What several things share travels once.
    template<typename T>
    Json write(const std::shared_ptr<const T> &value)
    {
        if (!value)
            return {};
        if (const auto known = m_places.find(value.get()); known != m_places.end())
            return known->second;
        Json place;
        if constexpr (std::same_as<T, Group>) {
            place = attach(wire::encoded(*value));
        } else {
            Json json = write(*value);
            place = m_shared.size();
            m_shared.push_back(std::move(json));
        }
        return m_places[value.get()] = place;
    }

    Json attach(const std::string &bytes)
    {
        m_data += bytes;
        return Json::array({m_data.size() - bytes.size(), bytes.size()});
    }

    std::string m_data;
    Json m_shared = Json::array();
    std::map<const void *, Json> m_places;
};

/// Fails with AgentRequestBad.
class Reader
{
public:
    template<typename T>
    static Result<T> decoded(std::string_view text, std::string_view data)
    {
        return decodedJson<T>(parsed(text), data);
    }

    /// JSON that nobody vouches for; discarded where it is none, and where it is deeper than anything that is meant.
    static Json parsed(std::string_view text)
    {
        bool isTooDeep = false;
        const auto look = [&isTooDeep](int depth, Json::parse_event_t, Json &) {
            isTooDeep = isTooDeep || depth > maxJsonDepth;
            return !isTooDeep;
        };
        Json json = Json::parse(text, look, false);
        return isTooDeep ? Json(Json::value_t::discarded) : json;
    }

    /// The same of a text that was parsed already.
    template<typename T>
    static Result<T> decodedJson(const Json &json, std::string_view data)
    try {
        static const Json nothing;
        const Json &root = member(json, "value");
        Reader reader(root, json.contains("shared") ? json["shared"] : nothing, data);
        T value = blank<T>();
        reader.read(reader.m_root, value);
        return value;
    } catch (const Unexpected &unexpected) {
        return fail(Error::Kind::Damaged, MessageId::AgentRequestBad, unexpected.expected);
    }

private:
    struct Unexpected
    {
        std::string expected;
    };

    static constexpr int maxDepth = 64;
    static constexpr int maxJsonDepth = 200;

    Reader(const Json &root, const Json &shared, std::string_view data)
        : m_root(root)
        , m_shared(shared)
        , m_data(data)
        , m_dataLeft(data.size())
    {
    }

    static const Json &member(const Json &json, const char *name)
    {
        if (!json.is_object() || !json.contains(name))
            throw Unexpected{"each member of an object"};
        return json[name];
    }
    static void expect(bool isTrue, const char *what)
    {
        if (!isTrue)
            throw Unexpected{what};
    }

    void read(const Json &json, bool &value)
    {
        expect(json.is_boolean(), "true or false");
        value = json.get<bool>();
    }
    template<std::integral T>
    void read(const Json &json, T &value)
    {
        expect(json.is_number_integer(), "a whole number");
        const bool fits
            = json.is_number_unsigned() ? std::in_range<T>(json.get<std::uint64_t>()) : std::in_range<T>(json.get<std::int64_t>());
        expect(fits, "a number in its range");
        value = json.get<T>();
    }
    template<typename E>
        requires std::is_enum_v<E>
    void read(const Json &json, E &value)
    {
        std::uint64_t number = 0;
        read(json, number);
        expect(number <= static_cast<std::uint64_t>(lastOf<E>), "a known choice");
        value = static_cast<E>(number);
    }
    void read(const Json &json, std::string &value)
    {
        if (json.is_string())
            value = json.get<std::string>();
        else
            value = attached(member(json, "data"));
    }
    void read(const Json &json, Error &value)
    {
        auto error = errorFromJson(json);
        expect(error.has_value(), "an error");
        value = *std::move(error);
    }
    template<typename T>
    static void take(Result<T> result, T &value)
    {
        if (!result)
            throw Unexpected{result.error().id == MessageId::AgentRequestBad ? result.error().args.front() : "something valid"};
        value = *std::move(result);
    }
    void read(const Json &json, Tree &value) { take(decodedTree(attached(json)), value); }
    template<Textual T>
    void read(const Json &json, T &value)
    {
        expect(json.is_string(), "a text");
        auto result = TextForm<T>::read(json.get_ref<const std::string &>());
        expect(result.has_value(), "a valid name");
        value = *std::move(result);
    }
    template<Described T>
    void read(const Json &json, T &value)
    {
        expect(json.is_object() && ++m_depth < maxDepth, "an object");
        Fields<T>::visit(value, [&](const char *name, auto &each) { read(member(json, name), each); });
        --m_depth;
    }
    template<Substituted T>
    void read(const Json &json, T &value)
    {
        auto content = blank<typename Substitute<T>::Type>();
        read(json, content);
        auto result = Substitute<T>::read(std::move(content));
        expect(result.has_value(), "something valid");
        value = *std::move(result);
    }
    template<typename T>
    void read(const Json &json, std::optional<T> &value)
    {
        value.reset();
        if (json.is_null())
            return;
        expect(json.is_array() && json.size() == 1, "nothing, or a list of one");
        value = blank<T>();
        read(json[0], *value);
    }
    template<typename T>
    void read(const Json &json, Result<T> &value)
    {
        if (json.is_object() && json.contains("error")) {
            Error error;
            read(json["error"], error);
            value = std::unexpected(std::move(error));
            return;
        }
        T content = blank<T>();
        read(member(json, "value"), content);
        value = std::move(content);
    }
    template<typename... Ts>
    void read(const Json &json, std::variant<Ts...> &value)
    {
        expect(json.is_array() && json.size() == 2 && json[0].is_number_unsigned(), "a kind and its value");
        const auto index = json[0].get<std::uint64_t>();
        expect(index < sizeof...(Ts), "a known kind");
        std::size_t at = 0;
        const auto readAs = [&]<typename T>() {
            if (at++ != index)
                return;
            T content = blank<T>();
            read(json[1], content);
            value = std::move(content);
        };
        (readAs.template operator()<Ts>(), ...);
    }
    template<typename A, typename B>
    void read(const Json &json, std::pair<A, B> &value)
    {
        expect(json.is_array() && json.size() == 2, "a pair");
        read(json[0], value.first);
        read(json[1], value.second);
    }
    template<typename T>
    void each(const Json &json, const auto &add)
    {
        expect(json.is_array(), "a list");
        for (const Json &item : json) {
            T value = blank<T>();
            read(item, value);
            add(std::move(value));
        }
    }
    template<typename T>
    void read(const Json &json, std::vector<T> &values)
    {
        each<T>(json, [&](T value) { values.push_back(std::move(value)); });
    }
    template<typename T>
    void read(const Json &json, std::set<T> &values)
    {
        each<T>(json, [&](T value) { values.insert(std::move(value)); });
    }
    template<typename K, typename V>
    void read(const Json &json, std::map<K, V> &values)
    {
        each<std::pair<K, V>>(json, [&](std::pair<K, V> value) { values.insert(std::move(value)); });
    }
    template<typename T>
    void read(const Json &json, std::shared_ptr<const T> &value)
    {
        value.reset();
        if (json.is_null())
            return;
        const std::pair key(std::type_index(typeid(T)), placeOf(json));
        const auto known = m_known.find(key);
        value = known != m_known.end() ? std::static_pointer_cast<const T>(known->second) : readShared<T>(json);
        m_known.emplace(key, value);
    }
    template<typename T>
    std::shared_ptr<const T> readShared(const Json &json)
    {
        if constexpr (std::same_as<T, Group>) {
            std::shared_ptr<const Group> group;
            take(decodedGroup(attached(json)), group);
            return group;
        } else {
            std::uint64_t index = 0;
            read(json, index);
            expect(m_shared.is_array() && index < m_shared.size(), "something shared");
            auto content = std::make_shared<T>(blank<T>());
            read(m_shared[index], *content);
            return content;
        }
    }

    /// Where something shared is: a number, or a place in the data.
    std::uint64_t placeOf(const Json &json)
    {
        std::uint64_t place = 0;
        read(json.is_array() && !json.empty() ? json[0] : json, place);
        return place;
    }

    /// All together no more than there is: nothing is made twice from the same bytes.
    std::string attached(const Json &json)
    {
        expect(json.is_array() && json.size() == 2 && json[0].is_number_unsigned() && json[1].is_number_unsigned(), "a place in the data");
        const auto at = json[0].get<std::uint64_t>();
        const auto size = json[1].get<std::uint64_t>();
        expect(at <= m_data.size() && size <= m_data.size() - at && size <= m_dataLeft, "a place in the data");
        m_dataLeft -= size;
        return std::string(m_data.substr(at, size));
    }

    const Json &m_root;
    const Json &m_shared;
    std::string_view m_data;
    std::size_t m_dataLeft = 0;
    std::map<std::pair<std::type_index, std::uint64_t>, std::shared_ptr<const void>> m_known;
    int m_depth = 0;
};

} // namespace espalier::wire
