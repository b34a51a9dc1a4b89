/// What may happen to which kind of case, who does it and by when: read from `templates/workflows` and
/// `templates/calendars`, checked, and kept as they stood when a case began.
@NullMarked
package org.linli.cases.rules;

import org.jspecify.annotations.NullMarked;
