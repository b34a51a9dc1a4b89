/// One turn of a talk, from the message that arrived to the effects that are committed with the answer.
@NullMarked
package org.linli.dialogue.turns;

import org.jspecify.annotations.NullMarked;
