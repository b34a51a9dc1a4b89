/// What is remembered of one talk: unfinished forms, what was asked, what was done last, who took it over. Pure.
@NullMarked
package org.linli.dialogue.talk;

import org.jspecify.annotations.NullMarked;
