// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/whenfinished.h"

#include <QtConcurrentRun>

#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

namespace espalier {

/// Answers questions in a worker, one at a time. Of those that come meanwhile only the last one is answered; the work for an answer that
/// is out of date is asked to stop, and it is not shown. Belongs to @c context and is used in its thread; nothing is shown once that is gone.
template<typename Question, typename Answer>
class LatestAnswer
{
public:
    using Work = std::function<Answer(const Question &, const std::stop_token &)>;

    LatestAnswer(QObject *context, Work work, std::function<void(const Answer &)> show)
        : m_context(context)
        , m_work(std::move(work))
        , m_show(std::move(show))
    {
    }

    ~LatestAnswer() { m_stop.request_stop(); }
    Q_DISABLE_COPY_MOVE(LatestAnswer)

    bool isWorking() const { return m_isWorking; }

    void ask(Question question)
    {
        m_isDropped = false;
        m_stop.request_stop();
        if (m_isWorking)
            m_next = std::move(question);
        else
            start(std::move(question));
    }

    void drop() ///< The answer that is under way will not be shown.
    {
        m_stop.request_stop();
        m_next.reset();
        m_isDropped = true;
    }

private:
    void start(Question question)
    {
        m_isWorking = true;
        m_stop = std::stop_source();
        const auto answer = QtConcurrent::run(
            [work = m_work, question = std::move(question), stop = m_stop.get_token()] { return work(question, stop); });
        whenFinished(answer, m_context, [this](const Answer &found) {
            m_isWorking = false;
            if (m_next)
                start(*std::exchange(m_next, std::nullopt));
            else if (!m_isDropped)
                m_show(found);
        });
    }

    QObject *m_context;
    Work m_work;
    std::function<void(const Answer &)> m_show;
    std::optional<Question> m_next;
    std::stop_source m_stop;
    bool m_isWorking = false;
    bool m_isDropped = false;
};

} // namespace espalier
