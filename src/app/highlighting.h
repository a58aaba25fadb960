// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QPlainTextEdit;

namespace KSyntaxHighlighting {
class Repository;
}

namespace espalier {

/// The one repository of the program: it reads hundreds of definitions. GUI thread. Own definitions lie in the resources below
/// `:/org.kde.syntax-highlighting/syntax-addons`, where the library finds them.
KSyntaxHighlighting::Repository &highlighting();

/// Highlights what @p edit shows by the definition of that name ("JSON"), in a theme that fits the palette, now and after the
/// palette changes. Plain where there is no such definition.
void highlightAs(QPlainTextEdit *edit, const QString &definitionName);

/// The longest text that is put into a preview, in characters: longer ones are cut, as highlighting happens in the GUI thread.
inline constexpr qsizetype previewLimit = 128 * 1024;

} // namespace espalier
