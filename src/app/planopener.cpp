// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/planopener.h"

#include "app/plantexts.h"
#include "app/whenfinished.h"
#include "core/fs/native.h"
#include "core/plan/planfileio.h"
#include "text/messages.h"
#include "text/plandifferences.h"

#include <QFileDialog>
#include <QPointer>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace espalier {

PlanOpener::PlanOpener(QWidget *window) : QObject(window), m_window(window) {}

void PlanOpener::ask(OpenStore *store)
{
    auto *dialog
        = new QFileDialog(m_window, tr("Open pending changes"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Plans (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, guarded = QPointer(store)](const QString &fileName) {
        if (guarded)
            open(guarded, fileName);
    });
    dialog->open();
}

void PlanOpener::open(OpenStore *store, const QString &fileName)
{
    const auto read = [path = fileName.toStdString()] { return readPlanFile(*fs::nativeFileSystem(), path); };
    whenFinished(QtConcurrent::run(read), store, [this, store, fileName, guarded = QPointer(this)](const Result<PlanFile> &file) {
        if (!guarded)
            return;
        if (file)
            stage(store, fileName, *file);
        else
            emit told(MessageBar::Kind::Error, text::oneLine(file.error()));
    });
}

void PlanOpener::stage(OpenStore *store, const QString &fileName, const PlanFile &file)
{
    PendingPlan pending(*store);
    if (const Done same = checkSameStore(file, fileName.toStdString(), pending.identity); !same) {
        emit told(MessageBar::Kind::Error, text::oneLine(same.error()));
        return;
    }
    store->stageAll(file.changes, tr("Open pending changes"));
    store->setAdaptsConfig(file.config.has_value());
    const auto compare = [file, pending = std::move(pending)] { return differencesTo(file, pending); };
    whenFinished(
        QtConcurrent::run(compare), this,
        [this, changes = int(file.changes.size())](const std::vector<PlanDifference> &differences) { tell(changes, differences); });
}

void PlanOpener::tell(int changes, const std::vector<PlanDifference> &differences)
{
    if (differences.empty())
        emit told(MessageBar::Kind::Success, tr("%n change(s) opened. The plan is the same as when it was saved.", nullptr, changes));
    else
        emit told(MessageBar::Kind::Warning, text::oneLine(text::planDiffers(differences)));
}

} // namespace espalier
