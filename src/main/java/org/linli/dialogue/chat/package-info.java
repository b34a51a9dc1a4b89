/// What the dialogue itself does for people: learning who they are.
@NullMarked
package org.linli.dialogue.chat;

import org.jspecify.annotations.NullMarked;
