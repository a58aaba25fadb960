// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAbstractButton;
class QLineEdit;

namespace espalier {

/// Return in @p edit clicks @p button while its completions are shown and none of them is chosen, too: an open list would keep the key to
/// itself, and who typed all of a name would have to press it twice. @p edit has a completer.
void letReturnMeanTyped(QLineEdit *edit, QAbstractButton *button);

} // namespace espalier
