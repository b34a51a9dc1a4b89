/// Notices for the ear (朗读): dates, times and numbers as people say them, for loudspeakers and for phones that read.
@NullMarked
package org.linli.notices.aloud;

import org.jspecify.annotations.NullMarked;
