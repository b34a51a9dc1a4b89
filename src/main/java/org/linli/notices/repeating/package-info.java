/// Notices that are said again every week or month: each time is a notice of its own, and they can be stopped.
@NullMarked
package org.linli.notices.repeating;

import org.jspecify.annotations.NullMarked;
