/// When many households of one building ask the same within minutes (问题突增), a notice is drafted for staff.
@NullMarked
package org.linli.notices.spikes;

import org.jspecify.annotations.NullMarked;
