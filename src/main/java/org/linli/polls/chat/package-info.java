/// Voting by writing.
@NullMarked
package org.linli.polls.chat;

import org.jspecify.annotations.NullMarked;
