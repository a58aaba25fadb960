// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"
#include "core/plan/shellcommands.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace Ui {
class PlanTextPage;
}

namespace espalier {

/// The pending changes of one datastore as a text that can be copied and saved. It is made in a worker, and only while it is seen.
class PlanTextPage : public QWidget
{
    Q_OBJECT

public:
    enum class Content { Script, Json };

    explicit PlanTextPage(QWidget *parent = nullptr);
    ~PlanTextPage() override;

    void setContent(Content content);
    void setStore(OpenStore *store); ///< Null: nothing is open.
    void saveAs();                   ///< Asks where.
    void save(const QString &fileName);

signals:
    void saved(const QString &fileName);
    void shown(); ///< The text is that of the present plan.

protected:
    void showEvent(QShowEvent *event) override;

private:
    std::function<std::string()> maker() const; ///< Makes the text in a worker.
    ScriptFlavour flavour() const;
    bool isReadOnly() const;
    void planChanged();
    void chooseFlavour();
    void makeText();
    void showText(const std::string &text);
    void showNotice(bool isCut);
    void copy();
    void showProblem(const QString &problem);

    std::unique_ptr<Ui::PlanTextPage> m_ui;
    Content m_content = Content::Script;
    QPointer<OpenStore> m_store;
    QString m_text;               ///< All of it.
    bool m_isStale = false;       ///< m_text is not that of the present plan.
    bool m_isMaking = false;      ///< A worker is at it.
    bool m_flavourChosen = false; ///< By a person, for this store.
};

/// Writes in one step; a program may be executed by everybody. Empty, or what went wrong.
QString writeText(const QString &fileName, const std::string &text, bool isProgram);

} // namespace espalier
