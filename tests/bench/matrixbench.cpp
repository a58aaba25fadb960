// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunematrix.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QScrollBar>

#include <algorithm>
#include <print>
#include <vector>

// matrixbench: paints the matrix of 1000 groups with 1000 daily snapshots each, on 1920 x 1080 pixels, at many places of it.
// Prints, each on a line of its own:
//   matrix-build S    seconds to cut the plan into cells
//   matrix-paint S    median of a full repaint
//   matrix-longest S  the longest

using namespace espalier;

namespace {

constexpr std::int64_t groupCount = 1000;
constexpr std::int64_t dayCount = 1000;
constexpr int repaints = 200;

std::shared_ptr<const ShownPrune> plan()
{
    constexpr std::int64_t newest = 1'767'225'600; // 2026-01-01T00:00:00Z
    auto root = std::make_shared<Namespace>();
    for (std::int64_t i = 0; i < groupCount; ++i) {
        Group group{.id = GroupId::make(BackupType::Vm, std::to_string(100 + i)).value(),
                    .owner = AuthId::fromString("backup@pbs").value()};
        for (std::int64_t day = dayCount; day-- > 0;)
            group.snapshots.push_back({.time = SnapshotTime::fromEpoch(newest - day * 86'400).value(), .finished = true});
        root->groups.push_back(std::make_shared<Group>(std::move(group)));
    }
    root->updateSums();
    auto shown = std::make_shared<ShownPrune>();
    shown->plan = planPrune(Tree(root), {}, {.last = 3, .daily = 14, .weekly = 8, .monthly = 12, .yearly = 2}, shown->zone);
    return shown;
}

double seconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const auto shown = plan();
    PruneMatrix matrix;
    matrix.resize(1920, 1080);
    matrix.show();
    QElapsedTimer timer;
    timer.start();
    matrix.setShown(shown, false);
    std::println("matrix-build {:.5f}", seconds(timer));
    QImage image(matrix.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    for (int i = 0; i < repaints; ++i) {
        matrix.verticalScrollBar()->setValue(i * matrix.verticalScrollBar()->maximum() / repaints);
        matrix.horizontalScrollBar()->setValue(i * matrix.horizontalScrollBar()->maximum() / repaints);
        timer.restart();
        matrix.viewport()->render(&image);
        times.push_back(seconds(timer));
    }
    std::ranges::sort(times);
    std::println("matrix-paint {:.5f}\nmatrix-longest {:.5f}", times[times.size() / 2], times.back());
    return 0;
}
