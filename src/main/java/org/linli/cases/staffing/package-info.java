/// Who is there: absences, and who stands in.
@NullMarked
package org.linli.cases.staffing;

import org.jspecify.annotations.NullMarked;
