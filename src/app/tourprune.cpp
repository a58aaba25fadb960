// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tourprune.h"

#include "app/prunedialog.h"
#include "app/prunejobeditor.h"
#include "app/jobsdialog.h"
#include "app/simulatordialog.h"
#include "app/treeview.h"
#include "ui_mainwindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>

namespace espalier {

namespace {

/// Opens the preview of the first store with numbers that keep most of what is recent; null where it does not come.
PruneDialog *openPreview(TourScene &scene, bool isZoneChosen = false)
{
    scene.ui().tree->reveal(storeItem(scene.store(0)));
    scene.ui().actionPrunePreview->trigger();
    PruneDialog *dialog = nullptr;
    if (!TourStage::waitFor([&] { return (dialog = scene.visibleChild<PruneDialog>()) != nullptr && dialog->answer(); }))
        return nullptr;
    dialog->findChild<QComboBox *>(QStringLiteral("jobCombo"))->setCurrentIndex(0);
    auto *zone = dialog->findChild<QComboBox *>(QStringLiteral("zoneCombo"));
    if (isZoneChosen && zone->isEnabled())
        emit zone->activated(zone->currentIndex());
    dialog->setKeep({.last = 3, .daily = 7, .weekly = 4, .monthly = 6, .yearly = 1});
    return TourStage::waitFor([&] { return !dialog->isWorking(); }) ? dialog : nullptr;
}

/// Has the preview saved; @p fill enters the rest, @p end leaves the editor.
bool pictureOfEditor(TourScene &scene, const QString &name, const std::function<void(PruneJobEditor &)> &fill,
                     const std::function<void(PruneJobEditor &)> &end)
{
    PruneDialog *preview = openPreview(scene, true);
    if (!preview)
        return false;
    const bool pictured = scene.showDialog<PruneJobEditor>(
        [&] {
            preview->findChild<QPushButton *>(QStringLiteral("saveButton"))->click();
            if (TourStage::waitFor([&] { return scene.visibleChild<PruneJobEditor>() != nullptr; }))
                fill(*scene.visibleChild<PruneJobEditor>());
        },
        name, end);
    preview->reject();
    TourStage::settle();
    return pictured;
}

void setText(const PruneJobEditor &editor, const char *field, const QString &text)
{
    if (auto *line = editor.findChild<QLineEdit *>(QString::fromLatin1(field)))
        line->setText(text);
    else if (auto *combo = editor.findChild<QComboBox *>(QString::fromLatin1(field)))
        combo->setCurrentText(text);
}

bool pictureOfPage(TourScene &scene, int page, int forecastDays, const QString &name)
{
    return scene.showDialog<PruneDialog>(
        [&] {
            PruneDialog *dialog = openPreview(scene);
            if (!dialog)
                return;
            dialog->findChild<QTabWidget *>()->setCurrentIndex(page);
            dialog->findChild<QSlider *>()->setValue(forecastDays);
            TourStage::waitFor([&] { return !dialog->isWorking(); });
        },
        name);
}

} // namespace

bool pictureOfPrune(TourScene &scene, const QString &name)
{
    return pictureOfPage(scene, 0, 0, name);
}

bool pictureOfPruneList(TourScene &scene, const QString &name)
{
    return pictureOfPage(scene, 1, 0, name);
}

bool pictureOfForecast(TourScene &scene, const QString &name)
{
    return pictureOfPage(scene, 0, 90, name);
}

bool pictureOfPruneDifferences(TourScene &scene, const QString &name)
{
    return scene.showDialog<PruneDialog>(
        [&] {
            PruneDialog *dialog = openPreview(scene);
            if (!dialog)
                return;
            dialog->setJob("archive", false);
            dialog->findChild<QSpinBox *>(QStringLiteral("depthSpin"))->setValue(0);
            dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
            dialog->findChild<QCheckBox *>(QStringLiteral("differencesBox"))->setChecked(true);
            TourStage::waitFor([&] { return !dialog->isWorking(); });
        },
        name);
}

bool pictureOfPruneJobs(TourScene &scene, const QString &name)
{
    scene.ui().tree->reveal(storeItem(scene.store(0)));
    return scene.showDialog<JobsDialog>([&] { scene.ui().actionPruneJobs->trigger(); }, name);
}

bool pictureOfPruneJobEditor(TourScene &scene, const QString &name)
{
    return pictureOfEditor(
        scene, name,
        [](const PruneJobEditor &editor) {
            setText(editor, "nameEdit", QStringLiteral("tidy-up"));
            setText(editor, "scheduleBox", QStringLiteral("mon..fri 22:30"));
            setText(editor, "commentEdit", QStringLiteral("what the offices agreed to"));
            editor.findChild<QCheckBox *>(QStringLiteral("budgetBox"))->setChecked(true);
        },
        [](PruneJobEditor &editor) { editor.accept(); });
}

bool pictureOfPruneJobProblems(TourScene &scene, const QString &name)
{
    return pictureOfEditor(
        scene, name,
        [](const PruneJobEditor &editor) {
            setText(editor, "nameEdit", QStringLiteral("a job"));
            setText(editor, "namespaceBox", QStringLiteral("sites//graz"));
            setText(editor, "scheduleBox", QStringLiteral("mon 25:61"));
        },
        [](PruneJobEditor &editor) { editor.reject(); });
}

bool pictureOfSimulator(TourScene &scene, const QString &name)
{
    return scene.showDialog<SimulatorDialog>(
        [&] {
            scene.ui().actionSimulatePrune->trigger();
            TourStage::waitFor([&] {
                const auto *dialog = scene.visibleChild<SimulatorDialog>();
                return dialog && !dialog->isWorking();
            });
        },
        name);
}

} // namespace espalier
