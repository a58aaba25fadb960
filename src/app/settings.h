// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace espalier {

/// Name, type and default of one setting.
template<typename T>
struct SettingKey
{
    const char *name;
    T fallback;
};

namespace setting {

/// @name What a person chose: $XDG_CONFIG_HOME
/// @{
inline const SettingKey<QString> ColourScheme{"look/colourScheme", QStringLiteral("system")}; ///< "system", "light" or "dark".
inline const SettingKey<QString> Language{"look/language", {}};                               ///< "de"; empty: as the system.
/// @}

} // namespace setting

namespace state {

/// @name How the program was left: $XDG_STATE_HOME
/// @{
inline const SettingKey<QByteArray> Geometry{"window/geometry", {}};
inline const SettingKey<QByteArray> Layout{"window/layout", {}};
inline const SettingKey<QByteArray> TreeHeader{"window/treeHeader", {}};
inline const SettingKey<QByteArray> PruneGeometry{"prune/geometry", {}};
inline const SettingKey<QByteArray> SyncGeometry{"sync/geometry", {}};
inline const SettingKey<QByteArray> SimulatorGeometry{"simulator/geometry", {}};
inline const SettingKey<QStringList> OpenPlaces{"session/open", {}};
inline const SettingKey<QStringList> Expanded{"session/expanded", {}};
inline const SettingKey<QStringList> RecentPlaces{"session/recent", {}};
inline const SettingKey<QStringList> PendingPlans{"session/pending", {}}; ///< Plan files without steps, one for each datastore.
/// @}

} // namespace state

/// One file of settings, typed.
class Settings
{
public:
    explicit Settings(const QString &fileName) : m_file(fileName, QSettings::IniFormat) {}

    static QString userConfigFile();
    static QString userStateFile();

    template<typename T>
    T get(const SettingKey<T> &key) const
    {
        const QVariant value = m_file.value(QLatin1String(key.name));
        return value.isValid() ? value.value<T>() : key.fallback;
    }

    template<typename T>
    void set(const SettingKey<T> &key, const T &value)
    {
        m_file.setValue(QLatin1String(key.name), QVariant::fromValue(value));
    }

    void sync() { m_file.sync(); }

private:
    QSettings m_file;
};

} // namespace espalier
