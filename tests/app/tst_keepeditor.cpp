// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keepeditor.h"
#include "text/retentionwords.h"

#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <limits>

using namespace espalier;

class TestKeepEditor : public QObject
{
    Q_OBJECT

private slots:
    void whatIsShownIsWhatIsSet()
    {
        KeepEditor editor;
        const KeepOptions options{.last = 3, .weekly = 4};
        const QSignalSpy changed(&editor, &KeepEditor::changed);
        editor.setOptions(options);
        QCOMPARE(editor.options(), options);
        QCOMPARE(field(editor, "last")->value(), 3);
        QCOMPARE(field(editor, "daily")->text(), QString());
        QCOMPARE(sentence(editor), text::keepSentence(options));
        QCOMPARE(changed.size(), 0);
    }

    void typing()
    {
        KeepEditor editor;
        editor.setOptions({.daily = 7});
        QSignalSpy changed(&editor, &KeepEditor::changed);
        QSpinBox *monthly = field(editor, "monthly");
        QTest::keyClicks(monthly, QStringLiteral("12"));
        const KeepOptions expected{.daily = 7, .monthly = 12};
        QCOMPARE(changed.last().first().value<KeepOptions>(), expected);
        QCOMPARE(sentence(editor), text::keepSentence(expected));
    }

    void anEmptiedFieldSwitchesItsRuleOff()
    {
        KeepEditor editor;
        editor.setOptions({.last = 2, .daily = 7});
        QSpinBox *daily = field(editor, "daily");
        daily->selectAll();
        QTest::keyClick(daily, Qt::Key_Delete);
        QVERIFY(!editor.options().daily);
        QCOMPARE(editor.options(), (KeepOptions{.last = 2}));
        QTest::keyClick(daily, Qt::Key_Up);
        QCOMPARE(editor.options().daily, std::uint64_t{1});
    }

    void numbersBeyondTheFieldsStay()
    {
        KeepEditor editor;
        const auto most = std::uint64_t(std::numeric_limits<std::int64_t>::max());
        editor.setOptions({.yearly = most});
        field(editor, "last")->setValue(1);
        QCOMPARE(editor.options().yearly, most);
    }

    void everyFieldHasANameForThoseWhoHearIt()
    {
        const KeepEditor editor;
        QStringList names;
        for (const auto *each : editor.findChildren<QSpinBox *>())
            names << each->accessibleName();
        QCOMPARE(names.size(), 6);
        QCOMPARE(names.removeDuplicates(), 0);
    }

private:
    static QSpinBox *field(const KeepEditor &editor, const char *rule)
    {
        return editor.findChild<QSpinBox *>(QStringLiteral("keep-") + QLatin1String(rule));
    }
    static QString sentence(const KeepEditor &editor) { return editor.findChild<QLabel *>(QStringLiteral("sentence"))->text(); }
};

QTEST_MAIN(TestKeepEditor)
#include "tst_keepeditor.moc"
