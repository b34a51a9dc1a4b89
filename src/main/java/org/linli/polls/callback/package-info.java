/// A sample of voters, drawn by lot, who are asked in private whether the log holds what they meant (回访). What they
/// answer is counted and nothing else.
@NullMarked
package org.linli.polls.callback;

import org.jspecify.annotations.NullMarked;
