// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tourprune.h"

#include "app/prunedialog.h"
#include "app/simulatordialog.h"
#include "app/treeview.h"
#include "ui_mainwindow.h"

#include <QComboBox>
#include <QSlider>
#include <QTabWidget>

namespace espalier {

namespace {

bool pictureOfPage(TourScene &scene, int page, int forecastDays, const QString &name)
{
    scene.ui().tree->reveal(storeItem(scene.store(0)));
    return scene.showDialog<PruneDialog>(
        [&] {
            scene.ui().actionPrunePreview->trigger();
            PruneDialog *dialog = nullptr;
            if (!TourStage::waitFor([&] { return (dialog = scene.visibleChild<PruneDialog>()) != nullptr && dialog->answer(); }))
                return;
            dialog->findChild<QComboBox *>(QStringLiteral("jobCombo"))->setCurrentIndex(0);
            dialog->setKeep({.last = 3, .daily = 7, .weekly = 4, .monthly = 6, .yearly = 1});
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
