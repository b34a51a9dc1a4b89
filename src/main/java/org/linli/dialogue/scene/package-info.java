/// Everything that a decision looks at, and what comes of it: who speaks, where, what the words mean, and the acts.
@NullMarked
package org.linli.dialogue.scene;

import org.jspecify.annotations.NullMarked;
