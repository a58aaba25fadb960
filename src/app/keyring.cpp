// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyring.h"

#include <qt6keychain/keychain.h>

namespace espalier {

namespace {

const QString service = QStringLiteral("espalier");

class DesktopKeyRing : public KeyRing
{
public:
    bool isAvailable() const override { return QKeychain::isAvailable(); }

    void read(const QString &name, QObject *context, std::function<void(const QString &)> found) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(name);
        QObject::connect(job, &QKeychain::Job::finished, context,
                         [job, tell = std::move(found)] { tell(job->error() == QKeychain::NoError ? job->textData() : QString()); });
        job->start();
    }

    void write(const QString &name, const QString &secret) override
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(name);
        job->setTextData(secret);
        job->start();
    }

    void remove(const QString &name) override
    {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(name);
        job->start();
    }
};

} // namespace

KeyRing &desktopKeyRing()
{
    static DesktopKeyRing keyRing;
    return keyRing;
}

} // namespace espalier
