/// Who is there: absences, and who stands in.
@NullMarked
@NamedInterface("staffing")
package org.linli.cases.staffing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
