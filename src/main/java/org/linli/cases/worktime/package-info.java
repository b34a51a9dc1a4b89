/// The time in which a community works: hours, holidays, and how far away something is in them. Pure.
@NullMarked
package org.linli.cases.worktime;

import org.jspecify.annotations.NullMarked;
