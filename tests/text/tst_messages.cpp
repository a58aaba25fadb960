// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messages.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace espalier;

namespace {

/// An error with a recognisable text for each argument.
Error errorOf(MessageId id)
{
    Error error{Error::Kind::Failed, id, {}, 0};
    for (std::size_t i = 1; i <= messageArgumentCount(id); ++i)
        error.args.push_back("argument-" + std::to_string(i));
    return error;
}

/// A full stop ends it, or a question or command that stands there as it is.
bool endsWell(const QString &sentence)
{
    return sentence.endsWith(u'.') || sentence.contains(QRegularExpression(QStringLiteral("\\A[^.]*: argument-\\d\\z")));
}

/// Where there really is nothing to say about the cause.
bool mayLackCause(MessageId id)
{
    constexpr MessageId obvious[] = {MessageId::PlanSameNamespace,   MessageId::PlanNamespaceExists, MessageId::RunAlreadyUndone,
                                     MessageId::UsageUnknownCommand, MessageId::UsageUnknownOption,  MessageId::UsageMissingArgument};
    return std::ranges::contains(obvious, id);
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private slots:
    void everyIdHasSentences_data();
    void everyIdHasSentences();
    void rootHasAName();
    void busyNamesItsHolder();
    void missingArguments();
    void controlCharactersAreReplaced();
    void oneLineHoldsAll();
};

void TestMessages::everyIdHasSentences_data()
{
    QTest::addColumn<int>("id");
    for (std::size_t i = 0; i < messageCount; ++i)
        QTest::newRow(messageName(static_cast<MessageId>(i)).data()) << static_cast<int>(i);
}

void TestMessages::everyIdHasSentences()
{
    QFETCH(int, id);
    const Error error = errorOf(static_cast<MessageId>(id));
    const text::Sentences all = text::sentences(error);

    QVERIFY(!all.what.isEmpty());
    QCOMPARE(all.why.isEmpty(), mayLackCause(error.id));
    QVERIFY(!all.advice.isEmpty());
    for (const QString &sentence : {all.what, all.why, all.advice}) {
        QVERIFY2(sentence.isEmpty() || endsWell(sentence), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
    }
    for (const std::string &argument : error.args)
        QVERIFY2(text::oneLine(error).contains(QString::fromStdString(argument)), argument.c_str());
}

void TestMessages::rootHasAName()
{
    const Error error{Error::Kind::Conflict, MessageId::PlanSameNamespace, {"vm/100", ""}, 0};
    QCOMPARE(text::sentences(error).what, QStringLiteral("The group \"vm/100\" is already in the namespace \"Root\"."));
    QCOMPARE(text::namespaceName(""), QStringLiteral("Root"));
    QCOMPARE(text::namespaceName("a/b"), QStringLiteral("a/b"));
}

void TestMessages::busyNamesItsHolder()
{
    const Error known{Error::Kind::Busy, MessageId::GroupBusy, {"vm/100", "backup of root@pam"}, 0};
    const Error unknown{Error::Kind::Busy, MessageId::GroupBusy, {"vm/100", ""}, 0};
    QCOMPARE(text::sentences(known).why, QStringLiteral("This holds its lock: backup of root@pam."));
    QCOMPARE(text::sentences(unknown).why, QStringLiteral("Something holds its lock."));
}

void TestMessages::missingArguments()
{
    for (std::size_t i = 0; i < messageCount; ++i)
        QVERIFY(!text::sentences({Error::Kind::Failed, static_cast<MessageId>(i), {}, 0}).what.isEmpty());
}

void TestMessages::controlCharactersAreReplaced()
{
    const Error error{Error::Kind::NotFound, MessageId::FileNotFound, {"a\x1b[2Jb\n\xff\xe2\x80\xae"}, 0};
    QCOMPARE(text::sentences(error).what, QStringLiteral("\"a\uFFFD[2Jb\uFFFD\uFFFD\uFFFD\" does not exist."));
}

void TestMessages::oneLineHoldsAll()
{
    const Error error{Error::Kind::InvalidInput, MessageId::UsageUnknownCommand, {"fly"}, 0};
    QCOMPARE(text::oneLine(error), QStringLiteral("There is no command \"fly\". Use --help to see the commands."));
}

QTEST_GUILESS_MAIN(TestMessages)

#include "tst_messages.moc"
