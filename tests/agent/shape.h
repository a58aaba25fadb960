// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/wire/requests.h"

#include <algorithm>
#include <string>
#include <typeindex>
#include <vector>

namespace espalier::test {

/// What values of a type look like on the wire, as text: made from the same descriptions that write and read them.
class Shape
{
public:
    template<typename T>
    static std::string of()
    {
        return Shape().shape(static_cast<const T *>(nullptr));
    }

private:
    std::string shape(const bool *) { return "bool"; }
    template<std::integral T>
    std::string shape(const T *)
    {
        return std::string(std::is_signed_v<T> ? "int" : "uint") + std::to_string(8 * sizeof(T));
    }
    template<typename T>
        requires std::is_enum_v<T>
    std::string shape(const T *)
    {
        return "0…" + std::to_string(static_cast<int>(wire::lastOf<T>));
    }
    std::string shape(const std::string *) { return "text"; }
    std::string shape(const Error *) { return "error"; }
    std::string shape(const Tree *) { return "tree"; }
    template<wire::Textual T>
    std::string shape(const T *)
    {
        return "name";
    }
    template<wire::Substituted T>
    std::string shape(const T *)
    {
        return shape(static_cast<const typename wire::Substitute<T>::Type *>(nullptr));
    }
    template<typename T>
    std::string shape(const std::optional<T> *)
    {
        return shape(static_cast<const T *>(nullptr)) + '?';
    }
    template<typename T>
    std::string shape(const Result<T> *)
    {
        return shape(static_cast<const T *>(nullptr)) + '!';
    }
    template<typename... Ts>
    std::string shape(const std::variant<Ts...> *)
    {
        std::string text;
        ((text += (text.empty() ? "(" : "|") + shape(static_cast<const Ts *>(nullptr))), ...);
        return text + ')';
    }
    template<typename A, typename B>
    std::string shape(const std::pair<A, B> *)
    {
        return '(' + shape(static_cast<const A *>(nullptr)) + ',' + shape(static_cast<const B *>(nullptr)) + ')';
    }
    template<typename T>
    std::string shape(const std::vector<T> *)
    {
        return '[' + shape(static_cast<const T *>(nullptr)) + ']';
    }
    template<typename T>
    std::string shape(const std::set<T> *)
    {
        return '[' + shape(static_cast<const T *>(nullptr)) + ']';
    }
    template<typename K, typename V>
    std::string shape(const std::map<K, V> *)
    {
        return '[' + shape(static_cast<const std::pair<K, V> *>(nullptr)) + ']';
    }
    template<typename T>
    std::string shape(const std::shared_ptr<const T> *)
    {
        if constexpr (std::same_as<T, Group>)
            return "group";
        else
            return '*' + shape(static_cast<const T *>(nullptr));
    }
    template<wire::Described T>
    std::string shape(const T *)
    {
        const std::type_index type(typeid(T));
        if (const auto known = std::ranges::find(m_path, type); known != m_path.end())
            return '^' + std::to_string(m_path.end() - known);
        m_path.push_back(type);
        std::string text;
        const T value = wire::blank<T>();
        wire::Fields<T>::visit(value, [&]<typename M>(const char *name, const M &) {
            text += (text.empty() ? "" : " ") + std::string(name) + ':' + shape(static_cast<const M *>(nullptr));
        });
        m_path.pop_back();
        return '{' + text + '}';
    }

    std::vector<std::type_index> m_path;
};

} // namespace espalier::test
