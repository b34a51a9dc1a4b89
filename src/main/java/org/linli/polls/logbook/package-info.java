/// Logs of votes as they are stored: entries are added, never changed or taken out.
@NullMarked
package org.linli.polls.logbook;

import org.jspecify.annotations.NullMarked;
