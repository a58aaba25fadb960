// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <windows.h>

#include <utility>

namespace espalier::fs {

/// Owns a handle of the system.
class Handle
{
public:
    explicit Handle(HANDLE value = INVALID_HANDLE_VALUE) : m_value(value) {}
    ~Handle() { close(); }
    Handle(Handle &&other) noexcept : m_value(other.release()) {}
    Handle &operator=(Handle &&other) noexcept
    {
        if (this != &other) {
            close();
            m_value = other.release();
        }
        return *this;
    }

    HANDLE value() const { return m_value; }
    bool isOpen() const { return m_value != INVALID_HANDLE_VALUE && m_value != nullptr; }
    HANDLE release() { return std::exchange(m_value, INVALID_HANDLE_VALUE); }
    void close()
    {
        if (isOpen())
            ::CloseHandle(release());
    }

private:
    HANDLE m_value;
};

} // namespace espalier::fs
