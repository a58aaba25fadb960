// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tourhosts.h"

#include "app/sshquestiondialog.h"
#include "ui_mainwindow.h"

namespace espalier {

namespace {

bool pictureOfQuestion(TourScene &scene, const SshQuestion &question, const QString &name)
{
    return scene.showDialog<SshQuestionDialog>(
        [&] {
            auto *dialog = new SshQuestionDialog(question, true, &scene.window());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        },
        name);
}

bool pictureOfHost(TourScene &scene, const QString &host, const QString &name)
{
    return scene.showDialog<ConnectDialog>(
        [&] {
            scene.ui().actionConnect->trigger();
            if (auto *dialog = scene.visibleChild<ConnectDialog>()) {
                dialog->setHost(host);
                dialog->connectToHost();
            }
        },
        name);
}

} // namespace

Result<HostReport> tourHost(const Place &host, const std::stop_token &)
{
    if (host.host() == "unknown.example.com")
        return fail(Error::Kind::Unreachable, MessageId::SshUnreachable, host.host(),
                    "ssh: Could not resolve hostname unknown.example.com: Name or service not known");
    return HostReport{
        .user = "anna",
        .worker = "backup@pbs1",
        .isAgentInstalled = true,
        .stores = {.pbsVersion = "4.2.3",
                   .stores = {{.name = "tank", .path = "/mnt/datastore/tank", .maintenanceMode = {}, .maintenanceMessage = {}},
                              {.name = "offsite",
                               .path = "/mnt/datastore/offsite",
                               .maintenanceMode = "read-only",
                               .maintenanceMessage = {},
                               .isRemovable = true},
                              {.name = "cloud", .path = "/var/cache/cloud", .maintenanceMode = {}, .maintenanceMessage = {}, .isS3 = true}},
                   .problem = {}}};
}

void playHostSteps(TourStage &stage, const ProgramContext &context, const QString &prefix)
{
    TourScene scene(stage, context);
    stage.step(prefix + QStringLiteral("a host is connected to"),
               [&] { return pictureOfHost(scene, QStringLiteral("anna@pbs1.example.com"), prefix + QStringLiteral("connect")); });
    stage.step(prefix + QStringLiteral("a host that cannot be reached"),
               [&] { return pictureOfHost(scene, QStringLiteral("unknown.example.com"), prefix + QStringLiteral("connect-failed")); });
    stage.step(prefix + QStringLiteral("a host that is not known yet"), [&] {
        return pictureOfQuestion(scene,
                                 {.id = 1,
                                  .kind = SshQuestion::Kind::HostKey,
                                  .text = QStringLiteral("The authenticity of host 'pbs1.example.com (192.0.2.17)' can't be established.\n"
                                                         "ED25519 key fingerprint is SHA256:Nq3s1xkzVbF0pQWq8YpO8h4mT0w5b9sU7d1cJr2LkXo.\n"
                                                         "This key is not known by any other names.\n"
                                                         "Are you sure you want to continue connecting (yes/no/[fingerprint])? ")},
                                 prefix + QStringLiteral("host-key"));
    });
    stage.step(prefix + QStringLiteral("a password is asked for"), [&] {
        return pictureOfQuestion(
            scene,
            {.id = 2, .kind = SshQuestion::Kind::Secret, .text = QStringLiteral("anna@pbs1.example.com's password: "), .isAgain = true},
            prefix + QStringLiteral("password"));
    });
}

} // namespace espalier
