// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storelist.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class OpenDialog;
}

namespace espalier {

/// Asks for a datastore to open, and says while somebody types what is at that place.
class OpenDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p factory makes the backends that look at what is entered.
    explicit OpenDialog(BackendFactory factory, QWidget *parent = nullptr);
    ~OpenDialog() override;

    void setText(const QString &text);
    std::optional<Place> place() const; ///< What was recognised as a datastore.

signals:
    void recognised(); ///< What is entered has been looked at.

private:
    void look();
    void showDistant(const Place &place);
    void showState(const Place &place, const Result<PlaceState> &state);
    void showProblem(const Error &error);
    void browse();

    BackendFactory m_factory;
    std::unique_ptr<Backend> m_probe;
    QTimer m_pause; ///< Looks when somebody stops typing.
    std::optional<Place> m_place;
    QString m_better; ///< The directory that was probably meant.
    std::unique_ptr<Ui::OpenDialog> m_ui;
};

/// The datastore that was probably meant, where @p error knows one: below or above the chosen directory. Else empty.
QString betterPath(const Error &error);

} // namespace espalier
