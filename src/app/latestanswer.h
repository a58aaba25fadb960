// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/whenfinished.h"

#include <QtConcurrentRun>

#include <functional>
#include <optional>
#include <utility>

namespace espalier {

/// Answers questions in a worker, one at a time. Of those that come meanwhile only the last one is answered, and an answer that is
/// out of date is not shown. Belongs to @c context and is used in its thread; nothing is shown once that is gone.
template<typename Question, typename Answer>
class LatestAnswer
{
public:
    LatestAnswer(QObject *context, std::function<Answer(const Question &)> work, std::function<void(const Answer &)> show)
        : m_context(context)
        , m_work(std::move(work))
        , m_show(std::move(show))
    {
    }

    bool isWorking() const { return m_isWorking; }

    void ask(Question question)
    {
        m_isDropped = false;
        if (m_isWorking)
            m_next = std::move(question);
        else
            start(std::move(question));
    }

    void drop() ///< The answer that is under way will not be shown.
    {
        m_next.reset();
        m_isDropped = true;
    }

private:
    void start(Question question)
    {
        m_isWorking = true;
        const auto answer = QtConcurrent::run([work = m_work, question = std::move(question)] { return work(question); });
        whenFinished(answer, m_context, [this](const Answer &found) {
            m_isWorking = false;
            if (m_next)
                start(*std::exchange(m_next, std::nullopt));
            else if (!m_isDropped)
                m_show(found);
        });
    }

    QObject *m_context;
    std::function<Answer(const Question &)> m_work;
    std::function<void(const Answer &)> m_show;
    std::optional<Question> m_next;
    bool m_isWorking = false;
    bool m_isDropped = false;
};

} // namespace espalier
