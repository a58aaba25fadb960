// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/patternnode.h"

#include <algorithm>
#include <array>

namespace espalier {

namespace {

using Set = RustPattern::CharacterSet;

constexpr std::size_t asciiWeight = 64;        // a handful of bytes for each state
constexpr std::size_t smallWeight = 2 * 1024;  // digits, blanks
constexpr std::size_t largeWeight = 24 * 1024; // letters of all scripts

template<typename Test>
Set asciiWhere(Test test)
{
    Set set;
    for (unsigned c = 0; c < 128; ++c)
        set[c] = test(static_cast<char>(c));
    return set;
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isAlpha(char c)
{
    return isUpper(c) || isLower(c);
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isAlnum(char c)
{
    return isAlpha(c) || isDigit(c);
}
bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool isGraph(char c)
{
    return c > ' ' && c < 0x7f;
}
bool isControl(char c)
{
    return c < ' ' || c == 0x7f;
}
bool isAnything(char)
{
    return true;
}

Set withFoldingOnes(Set set)
{
    set.set(RustPattern::longS);
    set.set(RustPattern::kelvin);
    return set;
}

/// What two lists of names give without blanks, hyphens and underscores, in small letters.
std::string loose(std::string_view name)
{
    std::string text;
    for (const char c : name) {
        if (c != ' ' && c != '-' && c != '_')
            text += isUpper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return text;
}

struct Property
{
    std::string_view names; ///< Loose, with a blank before and behind each.
    Set (*set)();
    std::size_t weight;
};

bool isIn(std::string_view characters, char c)
{
    return characters.contains(c);
}

constexpr std::array properties{
    Property{" l letter alphabetic alpha gc=l generalcategory=letter ", [] { return withFoldingOnes(asciiWhere(isAlpha)); }, largeWeight},
    Property{" lu uppercaseletter ",
             [] {
                 Set set = asciiWhere(isUpper);
                 set.set(RustPattern::kelvin);
                 return set;
             },
             largeWeight},
    Property{" uppercase upper ",
             [] {
                 Set set = asciiWhere(isUpper);
                 set.set(RustPattern::kelvin);
                 return set;
             },
             largeWeight},
    Property{" ll lowercaseletter lowercase lower ",
             [] {
                 Set set = asciiWhere(isLower);
                 set.set(RustPattern::longS);
                 return set;
             },
             largeWeight},
    Property{" n number nd decimalnumber digit ", [] { return asciiWhere(isDigit); }, smallWeight},
    Property{" p punct punctuation ", [] { return asciiWhere([](char c) { return isIn("!\"#%&'()*,-./:;?@[\\]_{}", c); }); }, largeWeight},
    Property{" pd dashpunctuation ", [] { return asciiWhere([](char c) { return c == '-'; }); }, smallWeight},
    Property{" pc connectorpunctuation ", [] { return asciiWhere([](char c) { return c == '_'; }); }, smallWeight},
    Property{" s symbol ", [] { return asciiWhere([](char c) { return isIn("$+<=>^`|~", c); }); }, largeWeight},
    Property{" z separator zs spaceseparator ", [] { return asciiWhere([](char c) { return c == ' '; }); }, smallWeight},
    Property{" whitespace wspace space ", [] { return asciiWhere(isBlank); }, smallWeight},
    Property{" cc control cntrl ", [] { return asciiWhere(isControl); }, smallWeight},
    Property{" ascii ", [] { return asciiWhere(isAnything); }, asciiWeight},
    Property{" any ", [] { return withFoldingOnes(asciiWhere(isAnything)); }, smallWeight},
    Property{" latin latn script=latin sc=latin scx=latin ",
             [] { return withFoldingOnes(asciiWhere(isAlpha)).reset(RustPattern::kelvin).set(RustPattern::kelvin); }, largeWeight},
    Property{
        " greek grek script=greek cyrillic cyrl script=cyrillic han hani hebrew hebr arabic arab thai hiragana hira katakana kana hangul hang ",
        [] { return Set(); }, largeWeight},
};

} // namespace

PatternSet setOfCharacter(char32_t value, const PatternFlags &flags)
{
    PatternSet set = setOfRange(value, value);
    set.weight = asciiWeight;
    return flags.ignoresCase ? folded(set) : set;
}

PatternSet setOfRange(char32_t first, char32_t last)
{
    PatternSet set{{}, last < 0x80 ? asciiWeight : smallWeight};
    for (char32_t c = first; c <= std::min<char32_t>(last, 0x7f); ++c)
        set.set.set(c);
    set.set[RustPattern::longS] = first <= 0x17f && last >= 0x17f;
    set.set[RustPattern::kelvin] = first <= 0x212a && last >= 0x212a;
    return set;
}

PatternSet setOfLetter(char letter, const PatternFlags &flags)
{
    if (letter == 'd')
        return {asciiWhere(isDigit), flags.isUnicode ? smallWeight : asciiWeight};
    if (letter == 's')
        return {asciiWhere(isBlank), flags.isUnicode ? smallWeight : asciiWeight};
    const Set word = asciiWhere([](char c) { return isAlnum(c) || c == '_'; });
    return flags.isUnicode ? PatternSet{withFoldingOnes(word), largeWeight} : PatternSet{word, asciiWeight};
}

std::optional<PatternSet> setOfProperty(std::string_view name)
{
    const std::string wanted = " " + loose(name) + " ";
    const auto found = std::ranges::find_if(properties, [&wanted](const Property &each) { return each.names.contains(wanted); });
    return found == properties.end() ? std::nullopt : std::optional(PatternSet{found->set(), found->weight});
}

std::optional<PatternSet> setOfAsciiClass(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, bool (*)(char)>, 14> classes{{
        {"alnum", isAlnum},
        {"alpha", isAlpha},
        {"ascii", isAnything},
        {"blank", [](char c) { return c == ' ' || c == '\t'; }},
        {"cntrl", isControl},
        {"digit", isDigit},
        {"graph", isGraph},
        {"lower", isLower},
        {"print", [](char c) { return isGraph(c) || c == ' '; }},
        {"punct", [](char c) { return isGraph(c) && !isAlnum(c); }},
        {"space", isBlank},
        {"upper", isUpper},
        {"word", [](char c) { return isAlnum(c) || c == '_'; }},
        {"xdigit", [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }},
    }};
    const auto found = std::ranges::find(classes, name, &std::pair<std::string_view, bool (*)(char)>::first);
    return found == classes.end() ? std::nullopt : std::optional(PatternSet{asciiWhere(found->second), asciiWeight});
}

PatternSet inverted(PatternSet set)
{
    return {~set.set, std::max(set.weight, smallWeight)};
}

PatternSet folded(PatternSet set)
{
    for (unsigned c = 'a'; c <= 'z'; ++c) {
        const unsigned upper = c - ('a' - 'A');
        const std::size_t other = c == 's' ? RustPattern::longS : c == 'k' ? RustPattern::kelvin : c;
        const bool isIn = set.set[c] || set.set[upper] || set.set[other];
        set.set[c] = set.set[upper] = set.set[other] = isIn;
    }
    return {set.set, set.weight * 2};
}

} // namespace espalier
