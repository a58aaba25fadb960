// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/formats.h"
#include "text/translation.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace espalier;

namespace {

QString sourcePath(const char *relative)
{
    return QStringLiteral(ESPALIER_SOURCE_DIR) + QLatin1Char('/') + QLatin1String(relative);
}

/// The catalogue with what the sources say now; its entries that nobody has translated are marked.
QString updated(const QTemporaryDir &folder, const QString &language)
{
    const QString copy = folder.filePath(QStringLiteral("espalier_%1.ts").arg(language));
    if (!QFile::copy(sourcePath("translations/") + QStringLiteral("espalier_%1.ts").arg(language), copy))
        return {};
    QProcess lupdate;
    QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none")};
    if (language == QLatin1String("en"))
        arguments << QStringLiteral("-pluralonly");
    lupdate.start(QStringLiteral(ESPALIER_LUPDATE), arguments << sourcePath("src") << sourcePath("forms") << QStringLiteral("-ts") << copy);
    return lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0 ? copy : QString();
}

QStringList unfinished(const QString &fileName)
{
    QStringList sources;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("the file cannot be read")};
    QXmlStreamReader reader(&file);
    QString source;
    while (reader.readNextStartElement() || !reader.atEnd()) {
        if (!reader.isStartElement())
            continue;
        if (reader.name() == QLatin1String("source"))
            source = reader.readElementText();
        else if (reader.name() == QLatin1String("translation") && reader.attributes().hasAttribute(QStringLiteral("type")))
            sources << source;
    }
    if (reader.hasError())
        sources << reader.errorString();
    return sources;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void complete_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("English plurals") << QStringLiteral("en");
    }

    void complete()
    {
        QFETCH(const QString, language);
        const QTemporaryDir folder;
        const QString fileName = updated(folder, language);
        QVERIFY(!fileName.isEmpty());
        const QStringList missing = unfinished(fileName);
        QVERIFY2(missing.isEmpty(),
                 qPrintable(QStringLiteral("%1 untranslated: %2").arg(missing.size()).arg(missing.join(QStringLiteral(" | ")))));
    }

    void pluralsOfEnglish()
    {
        const Translation english(QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("espalier::ApplyWords", "Move %n group(s)", nullptr, 1), QStringLiteral("Move 1 group"));
        QCOMPARE(QCoreApplication::translate("espalier::ApplyWords", "Move %n group(s)", nullptr, 2), QStringLiteral("Move 2 groups"));
        QCOMPARE(relativeTimeText(0, 8 * 30 * 86'400), QStringLiteral("8 months ago"));
    }

    void germanIsGerman()
    {
        const Translation german(QStringLiteral("de"));
        QVERIFY(german.isComplete());
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
        QCOMPARE(QCoreApplication::translate("espalier::ApplyWords", "Move %n group(s)", nullptr, 2),
                 QStringLiteral("2 Gruppen verschieben"));
        QCOMPARE(relativeTimeText(0, 8 * 30 * 86'400), QStringLiteral("vor 8 Monaten"));
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
