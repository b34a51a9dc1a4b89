/// What the committee is told to look at while people vote (异常): where unusually many ballots come from one source,
/// and that a voter says the log holds something else. No vote is refused for it.
@NullMarked
package org.linli.polls.alarms;

import org.jspecify.annotations.NullMarked;
